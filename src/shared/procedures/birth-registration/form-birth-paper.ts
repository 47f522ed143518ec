import { notAbandoned } from './form-case.ts';

export const birthNotice = { key: 'paper.kind', is: 'birth-notice' } as const;

/** What proves the birth (Luật Hộ tịch 2014, Điều 16 khoản 1), with what the desk copies from a giấy chứng sinh to compare. */
export const birthPaperSection = {
  id: 'paper',
  title: 'Giấy tờ về việc sinh',
  shownWhen: notAbandoned,
  fields: [
    {
      key: 'paper.kind',
      kind: 'choice',
      label: 'Loại giấy tờ',
      required: true,
      initial: 'birth-notice',
      choices: [
        { value: 'birth-notice', label: 'Giấy chứng sinh' },
        { value: 'witness', label: 'Văn bản của người làm chứng xác nhận về việc sinh' },
        { value: 'affidavit', label: 'Giấy cam đoan về việc sinh' },
      ],
    },
    {
      key: 'paper.code',
      kind: 'text',
      label: 'Mã số Giấy chứng sinh',
      required: false,
      shownWhen: birthNotice,
      hint: 'Dạng 00123.GCS.01009.26; giấy cũ không có mã thì để trống.',
      maxLength: 18,
    },
    {
      key: 'paper.motherName',
      kind: 'name',
      label: 'Họ tên mẹ ghi trên Giấy chứng sinh',
      required: false,
      shownWhen: birthNotice,
    },
    {
      key: 'paper.birthDate',
      kind: 'full-date',
      label: 'Ngày sinh của trẻ ghi trên Giấy chứng sinh',
      required: false,
      shownWhen: birthNotice,
    },
    {
      key: 'paper.birthTime',
      kind: 'time',
      label: 'Giờ sinh',
      required: false,
      shownWhen: birthNotice,
    },
    {
      key: 'paper.gender',
      kind: 'choice',
      label: 'Giới tính của trẻ ghi trên Giấy chứng sinh',
      required: false,
      shownWhen: birthNotice,
      choices: [
        { value: 'male', label: 'Nam' },
        { value: 'female', label: 'Nữ' },
        { value: 'undetermined', label: 'Không xác định' },
      ],
    },
    {
      key: 'paper.childrenBorn',
      kind: 'integer',
      label: 'Số con trong lần sinh này',
      required: false,
      shownWhen: birthNotice,
      hint: 'Từ 2 trở lên là sinh đôi, sinh ba.',
      min: 1,
      max: 8,
    },
  ],
} as const;
