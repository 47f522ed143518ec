import {
  type BookEventKind,
  type DossierFact,
  type Fact,
  isBookEventKind,
  isKnownEvent,
  isOfficeEventKind,
  type OfficeEventKind,
} from '#shared/dossiers/events.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Catalogues } from './catalogues.ts';
import { judgeBookEvent } from './judge-book-event.ts';
import { judgeDossierEvent } from './judge-dossier-event.ts';
import { judgeMerge } from './judge-merge.ts';
import { orderOf } from './judge-order.ts';
import type { ReadEvent } from './read-event.ts';
import { held, refused, type Verdict } from './verdict.ts';

/** Judges one new event against its commune. Pure: what it changes is in the verdict. */
export function judgeEvent(ledger: Ledger, event: ReadEvent, catalogues: Catalogues): Verdict {
  const { envelope, fact: parsed } = event;
  const other = ledger.deviceSeqs.get(envelope.deviceSeq);
  if (other !== undefined && other !== envelope.id) {
    const message = `Máy này đã gửi một bản ghi khác mang số ${envelope.deviceSeq}; có thể vừa phục hồi từ bản sao lưu.`;
    return held('city/out-of-order', message);
  }
  if (!isKnownEvent(envelope)) {
    return orderOf(ledger, envelope).rejected ?? { outcome: 'accepted', parked: true };
  }
  if (!parsed.ok) {
    const [problem] = parsed.error;
    return refused('city/malformed', problem?.message, problem?.field);
  }
  if (isBookFact(parsed.value)) return judgeBookEvent(ledger, envelope, parsed.value);
  if (isOfficeFact(parsed.value)) return { outcome: 'accepted', closedBlock: parsed.value.payload };
  const order = orderOf(ledger, envelope);
  if (order.rejected) return order.rejected;
  const fact = parsed.value as DossierFact;
  const verdict = judgeDossierEvent(ledger, envelope, fact, catalogues);
  return order.behind ? judgeMerge(ledger, envelope.stream, fact, verdict, catalogues) : verdict;
}

function isBookFact(fact: Fact): fact is Fact<BookEventKind> {
  return isBookEventKind(fact.kind);
}

function isOfficeFact(fact: Fact): fact is Fact<OfficeEventKind> {
  return isOfficeEventKind(fact.kind);
}
