import type { HotkeyId } from '#renderer/shell/hotkeys.ts';
import type { ActionKind } from '../dossier-view.ts';

type ActionLook = {
  /** What it does and, for a legal act, how a mistake is put right: nothing here can be undone. */
  readonly explanation: string;
  /** Tells the citizen no, or ends the dossier. */
  readonly danger?: boolean;
  readonly hotkey?: HotkeyId;
  /** Carries the dossier to its next step, so it is the one to offer first. */
  readonly forward?: boolean;
};

/** How each thing a person may do to a dossier is offered. Its name is the event's, in shared/dossiers/event-labels. */
export const actionLooks = {
  'supplement-requested': {
    explanation:
      'Ghi đủ mọi giấy tờ, nội dung cần bổ sung trong một lần. Sau khi ghi, in phiếu yêu cầu bổ sung giao cho công dân.',
    hotkey: 'act-supplement',
  },
  'supplement-provided': {
    forward: true,
    explanation: 'Đánh dấu giấy tờ vừa nhận thêm. Hồ sơ trở lại bước đang chờ.',
    hotkey: 'act-supplement',
  },
  'refusal-proposed': {
    explanation: 'Trình lãnh đạo quyết định. Hồ sơ chưa bị từ chối cho đến khi lãnh đạo đồng ý.',
  },
  'dossier-refused': {
    explanation:
      'Hồ sơ kết thúc. In phiếu từ chối giao cho công dân. Nếu nhầm, tiếp nhận lại thành hồ sơ mới.',
    danger: true,
  },
  'dossier-handed-over': {
    forward: true,
    explanation:
      'Giao hồ sơ cho công chức tư pháp – hộ tịch. Người giao, người nhận và giờ giao được ghi lại.',
    hotkey: 'act-hand-over',
  },
  'declaration-corrected': {
    explanation: 'Sửa nội dung khai trước khi vào sổ. Bản cũ, bản mới, người sửa và lý do đều được giữ lại.',
    hotkey: 'edit',
  },
  'verification-requested': {
    explanation: 'Gửi văn bản đề nghị xác minh. Hạn trả lời được tính theo lịch làm việc.',
  },
  'verification-answered': { forward: true, explanation: 'Ghi nội dung trả lời. Hồ sơ trở lại thẩm tra.' },
  'fee-required': {
    explanation: 'Thông báo khoản phải nộp theo biểu phí. Hồ sơ chờ cho đến khi thu hoặc miễn.',
  },
  'fee-collected': {
    explanation: 'Ghi khoản đã thu và số biên lai. Nếu ghi nhầm, báo lãnh đạo để lập biên bản điều chỉnh.',
    hotkey: 'act-fee',
  },
  'fee-exempted': { explanation: 'Ghi căn cứ miễn. Không thu tiền của hồ sơ này.' },
  'entry-registered': {
    forward: true,
    explanation:
      'Cấp số và ghi vào sổ hộ tịch. Số đã cấp không dùng lại; sai sót sau khi vào sổ phải cải chính theo Điều 35 Thông tư 04/2020/TT-BTP.',
    hotkey: 'act-register',
  },
  'personal-id-recorded': {
    forward: true,
    explanation:
      'Ghi số định danh do Cơ sở dữ liệu quốc gia về dân cư cấp. Kiểm tra kỹ từng nhóm số trước khi ghi.',
  },
  'submitted-for-signature': {
    forward: true,
    explanation: 'Trình lãnh đạo ký giấy tờ kết quả.',
    hotkey: 'act-submit',
  },
  'signature-declined': { explanation: 'Trả lại công chức để sửa. Lý do được ghi vào hồ sơ.', danger: true },
  'result-signed': {
    forward: true,
    explanation: 'Ghi người đã ký giấy tờ kết quả. Sau khi ký, sai sót chỉ được sửa bằng thủ tục cải chính.',
    hotkey: 'act-sign',
  },
  'result-completed': { forward: true, explanation: 'Chuyển giấy tờ đã ký về một cửa để trả công dân.' },
  'result-returned': {
    forward: true,
    explanation: 'Ghi người nhận và giấy tờ tùy thân đã kiểm tra. Hồ sơ kết thúc sau bước này.',
    hotkey: 'act-return',
  },
  'withdrawal-requested': {
    explanation: 'Ghi đề nghị rút hồ sơ của công dân. Lãnh đạo quyết định dừng giải quyết.',
  },
  'withdrawal-cancelled': { explanation: 'Công dân không rút nữa. Hồ sơ trở lại bước trước đó.' },
  'dossier-stopped': {
    explanation: 'Hồ sơ kết thúc. In thông báo dừng giải quyết giao cho công dân.',
    danger: true,
  },
  'deadline-extended': {
    explanation:
      'Chỉ được hẹn lại một lần, trước khi hết hạn. In phiếu xin lỗi và hẹn lại giao cho công dân.',
  },
} as const satisfies Record<ActionKind, ActionLook>;

export function lookOf(kind: ActionKind): ActionLook {
  return actionLooks[kind];
}

export function isActionKind(kind: string): kind is ActionKind {
  return Object.hasOwn(actionLooks, kind);
}
