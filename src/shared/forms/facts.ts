import type { PlainDate } from '../kernel/plain-date.ts';
import type {
  CopyRequest,
  IdentityDocument,
  PartialDate,
  PersonalId,
  PersonName,
  Place,
  Residence,
} from '../people/person-values.ts';

/** What each kind of field holds. A new kind is platform work: here, a validator, and an input in the window. */
export type FieldValues = {
  text: string;
  'long-text': string;
  name: PersonName;
  'full-date': PlainDate;
  'partial-date': PartialDate;
  /** `HH:mm`, 24 hours. */
  time: string;
  choice: string;
  ethnicity: string;
  nationality: string;
  residence: Residence;
  place: Place;
  'identity-document': IdentityDocument;
  'personal-id': PersonalId;
  phone: string;
  email: string;
  integer: number;
  'yes-no': boolean;
  copies: CopyRequest;
};

export type FieldKind = keyof FieldValues;
export type FactValue = FieldValues[FieldKind];

/** What was declared: field key to value. Absent means not given. */
export type Facts = { readonly [key: string]: FactValue | undefined };
