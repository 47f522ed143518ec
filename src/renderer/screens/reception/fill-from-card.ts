import type { Field } from '#shared/forms/field.ts';
import type { CardData } from '#shared/people/card-qr.ts';
import type { CardGroup } from './card-groups.ts';

/** Thẻ căn cước replaced căn cước công dân on this day, and the Ministry its department as issuer (Luật Căn cước 2023). */
const NEW_CARD_FROM = '2024-07-01';

/** The facts a scanned card gives to a person's fields; what the card does not tell is left as it is. */
export function fillFromCard(group: CardGroup, card: CardData): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    group.fields.flatMap((field) => {
      const value = cardValue(field, card);
      return value === undefined ? [] : [[field.key, value]];
    }),
  );
}

function cardValue(field: Field, card: CardData): unknown {
  switch (field.card) {
    case 'name':
      return card.name;
    case 'birth-date':
      return field.kind === 'full-date' && card.birthDate.length < 10 ? undefined : card.birthDate;
    case 'gender':
      return card.gender;
    case 'residence':
      return card.residence;
    case 'personal-id':
      return card.personalId;
    case 'identity-document':
      return documentOf(card);
    default:
      return undefined;
  }
}

function documentOf(card: CardData): unknown {
  const newCard = card.issuedOn !== undefined && card.issuedOn >= NEW_CARD_FROM;
  return {
    kind: newCard ? 'identity-card' : 'citizen-card',
    number: card.personalId,
    issuer: newCard ? 'Bộ Công an' : 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
    ...(card.issuedOn === undefined ? {} : { issuedOn: card.issuedOn }),
  };
}
