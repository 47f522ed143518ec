import type { Action, DossierView } from '../dossier-view.ts';

/** Every action's own fields: a form the dialog submits by its id. The form checks itself; the core decides. */
export type ActionFormProps = {
  readonly formId: string;
  readonly view: DossierView;
  readonly onSubmit: (action: Action) => void;
};
