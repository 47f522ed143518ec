import { assertNever } from '#shared/kernel/assert-never.ts';
import type { ActionKind } from '../dossier-view.ts';
import type { ActionFormProps } from './action-form.ts';
import { CollectFeeForm } from './collect-fee-form.tsx';
import { CorrectDeclarationForm } from './correct-declaration-form.tsx';
import { EntryForm } from './entry-form.tsx';
import { ExtendDeadlineForm } from './extend-deadline-form.tsx';
import { PersonalIdForm } from './personal-id-form.tsx';
import { ReturnResultForm } from './return-result-form.tsx';
import { SignForm } from './sign-form.tsx';
import { SupplementProvidedForm } from './supplement-provided-form.tsx';
import { SupplementRequestForm } from './supplement-request-form.tsx';
import { TextActionForm } from './text-action-form.tsx';
import { isTextAction } from './text-actions.ts';

type ActionFieldsProps = ActionFormProps & { readonly kind: ActionKind };

/** The form of an action. A new kind of action does not compile until it has one. */
export function ActionFields({ kind, ...form }: ActionFieldsProps) {
  if (isTextAction(kind)) return <TextActionForm kind={kind} {...form} />;
  switch (kind) {
    case 'supplement-requested':
      return <SupplementRequestForm {...form} />;
    case 'supplement-provided':
      return <SupplementProvidedForm {...form} />;
    case 'declaration-corrected':
      return <CorrectDeclarationForm {...form} />;
    case 'fee-collected':
      return <CollectFeeForm {...form} />;
    case 'entry-registered':
      return <EntryForm {...form} />;
    case 'personal-id-recorded':
      return <PersonalIdForm {...form} />;
    case 'result-signed':
      return <SignForm {...form} />;
    case 'result-returned':
      return <ReturnResultForm {...form} />;
    case 'deadline-extended':
      return <ExtendDeadlineForm {...form} />;
    default:
      return assertNever(kind, 'action');
  }
}
