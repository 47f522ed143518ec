import { Text, Title } from '@mantine/core';
import { holds } from '#shared/forms/condition.ts';
import { normaliseFacts } from '#shared/forms/normalise.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import classes from './declared-facts.module.css';
import { displayFact } from './display-fact.ts';
import type { DossierView } from './dossier-view.ts';

/** What was declared, section by section as on the paper form, read only. */
export function DeclaredFacts({ view }: { readonly view: DossierView }) {
  const procedure = findProcedure(view.procedure);
  if (!procedure) {
    return (
      <Text>
        Thủ tục “{view.procedure}” chưa có trong phiên bản này nên chưa hiển thị được nội dung khai.
      </Text>
    );
  }
  const facts = normaliseFacts(procedure.form, view.facts);
  const sections = procedure.form.sections
    .filter((section) => section.shownWhen === undefined || holds(section.shownWhen, facts))
    .map((section) => ({
      ...section,
      rows: section.fields
        .map((field) => ({ field, text: displayFact(field, facts) }))
        .filter(({ text }) => text !== ''),
    }))
    .filter((section) => section.rows.length > 0);
  return sections.map((section) => (
    <section key={section.id} className={classes.section} aria-label={section.title}>
      <Title order={3} size="h6">
        {section.title}
      </Title>
      <dl className={classes.facts}>
        {section.rows.map(({ field, text }) => (
          <div key={field.key} className={classes.fact}>
            <dt>{field.label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
