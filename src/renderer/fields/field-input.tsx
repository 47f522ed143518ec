import { memo } from 'react';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { EthnicityField, NationalityField } from './catalogue-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { CopiesField } from './copies-field.tsx';
import { DateField } from './date-field.tsx';
import type { FieldProps } from './field-props.ts';
import { IdentityDocumentField } from './identity-document-field.tsx';
import { LongTextField } from './long-text-field.tsx';
import { NameField } from './name-field.tsx';
import { PersonalIdField } from './personal-id-field.tsx';
import { PlaceField } from './place-field.tsx';
import { ResidenceField } from './residence-field.tsx';
import { TextField } from './text-field.tsx';
import { YesNoField } from './yes-no-field.tsx';

/** The input of a field's kind. Memoised: a key pressed in one field renders that field only. */
export const FieldInput = memo(function FieldInput(props: FieldProps) {
  const kind = props.field.kind;
  switch (kind) {
    case 'text':
    case 'phone':
    case 'email':
    case 'time':
    case 'integer':
      return <TextField {...props} />;
    case 'long-text':
      return <LongTextField {...props} />;
    case 'name':
      return <NameField {...props} />;
    case 'full-date':
    case 'partial-date':
      return <DateField {...props} />;
    case 'choice':
      return <ChoiceField {...props} />;
    case 'ethnicity':
      return <EthnicityField {...props} />;
    case 'nationality':
      return <NationalityField {...props} />;
    case 'residence':
      return <ResidenceField {...props} />;
    case 'place':
      return <PlaceField {...props} />;
    case 'identity-document':
      return <IdentityDocumentField {...props} />;
    case 'personal-id':
      return <PersonalIdField {...props} />;
    case 'yes-no':
      return <YesNoField {...props} />;
    case 'copies':
      return <CopiesField {...props} />;
    default:
      return assertNever(kind, 'field kind');
  }
});
