import { Button, Text } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { FormRenderer, shownSections } from '#renderer/fields/form-renderer.tsx';
import { useFormFacts } from '#renderer/fields/use-form-facts.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { useSession } from '#renderer/shell/session.ts';
import { useHotkey } from '#renderer/shell/use-hotkey.ts';
import { focusField } from '#renderer/ui/focus-field.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import type { Problem } from '#shared/kernel/problem.ts';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';
import { type CardGroup, cardGroups } from './card-groups.ts';
import { ComponentChecklist } from './component-checklist.tsx';
import classes from './declaration-form.module.css';
import { DraftFiles } from './draft-files.tsx';
import type { Draft } from './draft-saver.ts';
import { DueAndFees } from './due-and-fees.tsx';
import { DuplicateList } from './duplicate-list.tsx';
import { LiveProblems } from './live-problems.tsx';
import { errorCount, problemsToShow } from './problems-to-show.ts';
import { ReceiveDialog } from './receive-dialog.tsx';
import { ReceivedDialog } from './received-dialog.tsx';
import { SaveIndicator, SaveTrouble } from './save-indicator.tsx';
import { StepList } from './step-list.tsx';
import { useCardScan } from './use-card-scan.tsx';
import { useCheck } from './use-check.ts';
import { useDraftSaver } from './use-draft-saver.ts';
import { useReceiving } from './use-receiving.ts';

type DeclarationFormProps = {
  readonly draft: Draft;
  readonly procedure: AnyProcedure;
  /** Opens the draft anew, leaving what is on the screen. */
  readonly onReload: () => void;
  /** Answers the newest revision, for a clerk who keeps what is on the screen. */
  readonly newestRevision: () => Promise<number | undefined>;
};

/** One declaration being typed: form, papers, what the desk would find, and receiving it. */
export function DeclarationForm({ draft, procedure, onReload, newestRevision }: DeclarationFormProps) {
  const { status } = useSession();
  const { facts, set, merge } = useFormFacts(draft.facts);
  const [components, setComponents] = useState(draft.components);
  const content = useMemo(() => ({ facts, components }), [facts, components]);
  const { saver, state } = useDraftSaver(draft, content);
  const receiving = useReceiving(draft, content, saver);
  const { check, error } = useCheck(draft, content, receiving.confirming === undefined);
  const found = (check?.problems ?? []) as readonly Problem[];
  const shown = useMemo(() => problemsToShow(found, facts, receiving.asked), [found, facts, receiving.asked]);
  const sections = shownSections(procedure.form, facts);
  const groups = cardGroups(sections);
  const scan = useCardScan(groups, merge);

  async function receive(): Promise<void> {
    const problems = await receiving.ask();
    const first = problems.find((each) => each.field !== undefined);
    if (first?.field) focusField(first.field);
    else if (problems.some((each) => each.code === 'rule/missing-component'))
      document.getElementById('section-components')?.querySelector('input')?.focus();
  }

  const busy = receiving.confirming !== undefined || scan.open;
  useHotkey('submit', () => void receive(), !busy);
  useHotkey('save', () => void saver.flush());
  useHotkey('next-problem', () => focusNextProblem(shown), !busy);

  const steps = sections.map((section) => ({
    id: section.id,
    title: section.title,
    errors: receiving.asked
      ? errorCount(
          shown,
          section.fields.map((field) => field.key),
        )
      : undefined,
  }));
  return (
    <>
      <PageHeader title={procedure.name} subtitle={`Mã thủ tục ${check?.variantCode ?? procedure.code}`} />
      <Problems
        problems={receiving.stopped.filter((each) => !isJudgement(each, found))}
        title="Chưa tiếp nhận được"
      />
      <div className={classes.layout}>
        <div className={classes.steps}>
          <StepList
            steps={[
              ...steps,
              { id: 'components', title: 'Thành phần hồ sơ', errors: undefined },
              { id: 'files', title: 'Tệp đính kèm', errors: undefined },
            ]}
          />
        </div>
        <div>
          <FormRenderer
            form={procedure.form}
            facts={facts}
            problems={shown}
            onChange={set}
            today={status.today}
            sectionAside={(section) => <ScanButton groups={cardGroups([section])} onScan={scan.start} />}
          />
          <ComponentChecklist
            number={sections.length + 1}
            checklist={procedure.checklist}
            needed={check?.neededComponents ?? []}
            received={components}
            onChange={(next) => setComponents([...next])}
            showMissing={receiving.asked}
          />
          <DraftFiles number={sections.length + 2} draftId={draft.draftId} checklist={procedure.checklist} />
        </div>
        <aside className={classes.aside} aria-label="Kết quả kiểm tra">
          <Problems problems={problemsOf(error)} title="Chưa kiểm tra được" />
          {check ? <DueAndFees check={check} /> : null}
          <DuplicateList duplicates={check?.duplicates ?? []} />
          {check ? <LiveProblems all={found} shown={shown} /> : null}
        </aside>
      </div>
      <div className={classes.footer}>
        <SaveTrouble
          state={state}
          onReload={onReload}
          onKeep={() =>
            void newestRevision().then((revision) => revision !== undefined && saver.continueFrom(revision))
          }
        />
        <SaveIndicator state={state} />
        <Text size="xs" c="dimmed" className={classes.hints}>
          Enter: ô kế tiếp · F4: quét căn cước · F8: lỗi kế tiếp · Alt+↓: phần kế tiếp
        </Text>
        <Button
          loading={receiving.checking}
          rightSection={<KeyHint keys="Ctrl+Enter" />}
          aria-keyshortcuts="Control+Enter"
          onClick={() => void receive()}
        >
          Tiếp nhận
        </Button>
      </div>
      {scan.dialog}
      {receiving.confirming && !receiving.received ? (
        <ReceiveDialog
          check={receiving.confirming}
          pending={receiving.pending}
          problems={receiving.refused}
          onReceive={(returnBy) => void receiving.confirm(returnBy)}
          onClose={receiving.cancel}
        />
      ) : null}
      {receiving.received ? (
        <ReceivedDialog received={receiving.received} fees={receiving.confirming?.fees ?? []} />
      ) : null}
    </>
  );
}

type ScanButtonProps = {
  readonly groups: readonly CardGroup[];
  readonly onScan: (group: CardGroup) => void;
};

function ScanButton({ groups, onScan }: ScanButtonProps) {
  const first = groups[0];
  if (!first) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconScan size={16} aria-hidden />}
      rightSection={<KeyHint keys="F4" />}
      onClick={() => onScan(first)}
    >
      Quét căn cước
    </Button>
  );
}

/** What the live check finds stands at the side; only what it cannot know stands on top. */
function isJudgement(problem: Problem, found: readonly Problem[]): boolean {
  return problem.field !== undefined || found.some(({ code }) => code === problem.code);
}

function focusNextProblem(problems: readonly Problem[]): void {
  const fields = problems.flatMap(({ field, severity }) => (field && severity !== 'notice' ? [field] : []));
  const here = document.activeElement?.closest('[data-field]')?.getAttribute('data-field');
  const next = fields[fields.indexOf(here ?? '') + 1] ?? fields[0];
  if (next !== undefined) focusField(next);
}
