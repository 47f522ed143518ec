import type { Action, ActionKind, DossierView } from '../dossier-view.ts';

type TextPart = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly initial?: (view: DossierView) => string;
};

type TextAction = {
  readonly parts: readonly TextPart[];
  /** Reads a part's trimmed text by its name. */
  readonly build: (text: (name: string) => string) => Action;
};

const reason = { name: 'reason', label: 'Lý do', required: true } as const;
const note = { name: 'note', label: 'Ghi chú' } as const;

/** The actions that only ask for words. */
export const textActions = {
  'refusal-proposed': {
    parts: [{ ...reason, hint: 'Nêu quy định làm căn cứ; lý do này sẽ in trên phiếu từ chối.' }],
    build: (text) => ({ kind: 'refusal-proposed', reason: text('reason') }),
  },
  'dossier-refused': {
    parts: [{ ...reason, label: 'Lý do từ chối', initial: (view) => view.refusalProposed }],
    build: (text) => ({ kind: 'dossier-refused', reason: text('reason') }),
  },
  'dossier-handed-over': {
    parts: [{ ...note, hint: 'Ví dụ: số tờ, giấy tờ bản chính kèm theo.' }],
    build: (text) => ({ kind: 'dossier-handed-over', note: text('note') }),
  },
  'verification-requested': {
    parts: [
      { name: 'addressee', label: 'Cơ quan, người được hỏi', required: true },
      { name: 'question', label: 'Nội dung cần xác minh', required: true },
    ],
    build: (text) => ({
      kind: 'verification-requested',
      addressee: text('addressee'),
      question: text('question'),
    }),
  },
  'verification-answered': {
    parts: [{ name: 'answer', label: 'Nội dung trả lời', hint: 'Ghi số, ngày văn bản.', required: true }],
    build: (text) => ({ kind: 'verification-answered', answer: text('answer') }),
  },
  'fee-required': {
    parts: [{ ...reason, hint: 'Ví dụ: đăng ký quá hạn.' }],
    build: (text) => ({ kind: 'fee-required', reason: text('reason') }),
  },
  'fee-exempted': {
    parts: [{ ...reason, label: 'Căn cứ miễn', hint: 'Ví dụ: người thuộc hộ nghèo, có giấy xác nhận.' }],
    build: (text) => ({ kind: 'fee-exempted', reason: text('reason') }),
  },
  'submitted-for-signature': {
    parts: [note],
    build: (text) => ({ kind: 'submitted-for-signature', note: text('note') }),
  },
  'signature-declined': {
    parts: [{ ...reason, label: 'Lý do không ký' }],
    build: (text) => ({ kind: 'signature-declined', reason: text('reason') }),
  },
  'result-completed': {
    parts: [note],
    build: (text) => ({ kind: 'result-completed', note: text('note') }),
  },
  'withdrawal-requested': {
    parts: [{ ...reason, label: 'Lý do công dân nêu' }],
    build: (text) => ({ kind: 'withdrawal-requested', reason: text('reason') }),
  },
  'withdrawal-cancelled': {
    parts: [reason],
    build: (text) => ({ kind: 'withdrawal-cancelled', reason: text('reason') }),
  },
  'dossier-stopped': {
    parts: [
      reason,
      {
        name: 'settlement',
        label: 'Xử lý phí, lệ phí đã thu',
        hint: 'Ví dụ: hoàn trả 8.000 ₫; không có khoản đã thu.',
        required: true,
      },
    ],
    build: (text) => ({ kind: 'dossier-stopped', reason: text('reason'), settlement: text('settlement') }),
  },
} as const satisfies Partial<Record<ActionKind, TextAction>>;

export type TextActionKind = keyof typeof textActions;

export function textActionOf(kind: TextActionKind): TextAction {
  return textActions[kind];
}

export function isTextAction(kind: ActionKind): kind is TextActionKind {
  return Object.hasOwn(textActions, kind);
}
