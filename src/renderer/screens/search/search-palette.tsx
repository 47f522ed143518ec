import { Modal, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { useCoreQuery } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { useSession } from '#renderer/shell/session.ts';
import { formatNumber } from '#renderer/ui/format.ts';
import { NoDossiers } from '#renderer/ui/no-dossiers.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { maySeeDossiers } from '#shared/dossiers/permissions.ts';
import type { Hit } from './hit.ts';
import { SearchHit } from './search-hit.tsx';
import classes from './search-palette.module.css';

type SearchPaletteProps = { readonly opened: boolean; readonly onClose: () => void };

/** One box over drafts, dossiers and register entries; the shell opens it by F3, Ctrl+K or `/`. */
export function SearchPalette({ opened, onClose }: SearchPaletteProps) {
  const { me } = useSession();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Tìm hồ sơ, bản nháp, sổ"
      size="52rem"
      yOffset="8vh"
      centered={false}
    >
      {maySeeDossiers(me.roles) ? <SearchBox onClose={onClose} /> : <NoDossiers />}
    </Modal>
  );
}

const TYPING_PAUSE_MS = 120;
const none: readonly Hit[] = [];

function SearchBox({ onClose }: { readonly onClose: () => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const [chosen, setChosen] = useState(0);
  const open = useOpenHit(onClose);
  const found = useCoreQuery(['dossiers', 'search', text], (client) => client.search.find({ text }), {
    enabled: text !== '',
    keepPrevious: true,
  });
  const hits = text === '' ? none : (found.data?.hits ?? none);
  const current = Math.min(chosen, hits.length - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const hit = hits[current];
    if (step !== 0) {
      event.preventDefault();
      setChosen(Math.max(0, Math.min(current + step, hits.length - 1)));
    }
    // While the answer for the last keys is on its way, Enter would open what stood there before.
    if (event.key === 'Enter' && hit && typed.trim() === text && !found.isPlaceholderData) open(hit);
  };
  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-label="Tìm theo họ tên, mã hồ sơ, số định danh, số trong sổ"
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-hits`}
        aria-activedescendant={hits.length > 0 ? `${id}-${current}` : undefined}
        aria-autocomplete="list"
        placeholder="Họ tên không cần dấu, mã hồ sơ, số định danh"
        leftSection={<IconSearch size={18} aria-hidden />}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <Problems problems={problemsOf(found.error)} title="Chưa tìm được" />
      <div id={`${id}-hits`} role="listbox" aria-label="Kết quả" className={classes.hits}>
        {hits.map((hit, index) => (
          <SearchHit
            key={`${hit.where}-${hit.id}`}
            id={`${id}-${index}`}
            hit={hit}
            selected={index === current}
            onOpen={open}
          />
        ))}
      </div>
      <Text size="sm" c="dimmed" role="status">
        {wordsFor(text, found.data === undefined ? undefined : hits.length)}
      </Text>
    </>
  );
}

function wordsFor(text: string, count: number | undefined): string {
  if (text === '') return 'Gõ vài chữ đầu của họ, tên; ↑ ↓ để chọn, Enter để mở.';
  if (count === undefined) return 'Đang tìm…';
  return count === 0
    ? 'Không tìm thấy. Thử ít chữ hơn, hoặc mã hồ sơ, số định danh.'
    : `${formatNumber(count)} kết quả. ↑ ↓ để chọn, Enter để mở.`;
}

function useOpenHit(onClose: () => void): (hit: Hit) => void {
  const navigate = useNavigate();
  return (hit) => {
    onClose();
    if (hit.where === 'draft') void navigate({ to: '/tiep-nhan/$draftId', params: { draftId: hit.id } });
    else if (hit.dossierId !== '')
      void navigate({ to: '/ho-so/$dossierId', params: { dossierId: hit.dossierId } });
    else void navigate({ to: '/so' });
  };
}
