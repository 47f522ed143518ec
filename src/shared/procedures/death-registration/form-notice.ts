import type { Condition } from '#shared/forms/condition.ts';

/** A death of long ago that no notice was made for: other evidence stands in (TT 04/2020/TT-BTP, Điều 13). */
export const onEvidence: Condition = { key: 'notice.kind', is: 'evidence' };
export const onNotice: Condition = { not: onEvidence };

/** Giấy báo tử, or the paper that stands for it by the manner of death (NĐ 123/2015/NĐ-CP, Điều 4 khoản 2). */
export const noticeSection = {
  id: 'notice',
  title: 'Giấy báo tử hoặc giấy tờ thay thế',
  fields: [
    {
      key: 'notice.kind',
      kind: 'choice',
      label: 'Loại giấy tờ',
      required: true,
      initial: 'health-facility',
      choices: [
        { value: 'health-facility', label: 'Giấy báo tử của cơ sở y tế' },
        { value: 'commune', label: 'Giấy báo tử của UBND xã nơi người đó chết' },
        { value: 'police', label: 'Văn bản xác nhận của công an, kết luận giám định pháp y' },
        { value: 'court', label: 'Bản án, quyết định của Tòa án tuyên bố chết' },
        { value: 'execution', label: 'Giấy xác nhận của Hội đồng thi hành án tử hình' },
        { value: 'evidence', label: 'Giấy tờ, tài liệu, chứng cứ chứng minh sự kiện chết (chết đã lâu)' },
      ],
    },
    {
      key: 'notice.number',
      kind: 'text',
      label: 'Số Giấy báo tử/Giấy tờ thay thế',
      required: true,
      shownWhen: onNotice,
      maxLength: 60,
    },
    {
      key: 'notice.issuer',
      kind: 'text',
      label: 'Do cơ quan cấp',
      required: true,
      shownWhen: onNotice,
      maxLength: 200,
    },
    { key: 'notice.date', kind: 'full-date', label: 'Cấp ngày', required: true, shownWhen: onNotice },
    {
      key: 'notice.evidence',
      kind: 'choice',
      label: 'Chứng cứ về việc chết',
      required: true,
      shownWhen: onEvidence,
      choices: [
        { value: 'documents', label: 'Giấy tờ, tài liệu, hiện vật' },
        { value: 'statement', label: 'Chỉ có lời người làm chứng hoặc cam đoan' },
      ],
    },
    {
      key: 'notice.evidenceNote',
      kind: 'text',
      label: 'Tên giấy tờ, tài liệu, chứng cứ',
      required: true,
      shownWhen: onEvidence,
      maxLength: 300,
    },
  ],
} as const;
