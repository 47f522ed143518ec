import { SimpleGrid } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { ClockWarning } from './clock-warning.tsx';
import { DraftList } from './draft-list.tsx';
import { ProcedurePicker } from './procedure-picker.tsx';

/** Route `/tiep-nhan`: start a declaration, or go on with one. */
export function ReceptionScreen() {
  const navigate = useNavigate();
  const start = useCoreMutation((core, procedure: string) => core.drafts.start({ procedure }), ['drafts']);

  async function begin(procedure: string): Promise<void> {
    const result = await start.run(procedure);
    if (result.ok) void navigate({ to: '/tiep-nhan/$draftId', params: { draftId: result.value.draftId } });
  }

  return (
    <>
      <PageHeader title="Tiếp nhận hồ sơ" subtitle="Nội dung được lưu trên máy này trong khi gõ." />
      <ClockWarning />
      <Problems problems={start.problems} title="Chưa bắt đầu được" />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <div>
          <ProcedurePicker pending={start.pending} onPick={(procedure) => void begin(procedure.id)} />
        </div>
        <DraftList />
      </SimpleGrid>
    </>
  );
}
