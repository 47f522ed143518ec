import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { DueBadge } from '#renderer/ui/due-badge.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { StatusBadge } from '#renderer/ui/status-badge.tsx';
import { SyncBadge } from '#renderer/ui/sync-badge.tsx';
import type { Holder } from '#shared/dossiers/status.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import { entryNumberText } from '#shared/registers/entry.ts';
import classes from './dossier-header.module.css';
import type { DossierView } from './dossier-view.ts';
import { MoneyBadge } from './fee-card.tsx';

const holders = {
  reception: 'Bộ phận một cửa',
  officer: 'Công chức tư pháp – hộ tịch',
  leader: 'Lãnh đạo UBND',
  citizen: 'Công dân',
} as const satisfies Record<Holder, string>;

/** Who and what, then the axes side by side: where the law has it, whether the city has it, money, who holds it. */
export function DossierHeader({ view }: { readonly view: DossierView }) {
  return (
    <>
      <PageHeader
        title={`Hồ sơ ${view.code || view.localRef}`}
        subtitle={
          <>
            {findProcedure(view.procedure)?.name ?? view.procedure} cho <strong>{view.subject}</strong>
            {view.applicant === '' ? '' : `, người nộp: ${view.applicant}`}
            {view.code === '' ? ' – số tạm của máy, chưa có mã chính thức' : ''}
          </>
        }
      />
      <dl className={classes.axes}>
        <Axis name="Trạng thái hồ sơ">
          <StatusBadge status={view.status} />
          <Text size="xs" c="dimmed">
            Mã quốc gia {view.nationalCode}
          </Text>
        </Axis>
        <Axis name="Gửi thành phố">
          <SyncBadge state={view.sync} />
        </Axis>
        <Axis name="Hẹn trả">
          <DueBadge lateness={view.lateness} dueAt={view.dueAt} />
          {view.extensions === 0 ? null : (
            <Text size="xs" c="dimmed">
              Đã hẹn lại {view.extensions} lần
            </Text>
          )}
        </Axis>
        <Axis name="Phí, lệ phí">
          <MoneyBadge money={view.money} />
        </Axis>
        <Axis name="Đang giữ hồ sơ giấy">
          <Text size="sm">{holders[view.holder]}</Text>
        </Axis>
        {view.entry === undefined ? null : (
          <Axis name="Số trong sổ">
            <Text size="sm" fw={600}>
              {entryNumberText(view.entry)}
            </Text>
          </Axis>
        )}
        {view.personalId === '' ? null : (
          <Axis name="Số định danh đã cấp">
            <Text size="sm" fw={600}>
              {view.personalId}
            </Text>
          </Axis>
        )}
      </dl>
    </>
  );
}

function Axis({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
