import { Tabs } from '@mantine/core';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { ErrorCodeList } from './error-code-list.tsx';
import { Guide } from './guide.tsx';
import { KeyboardSheet } from './keyboard-sheet.tsx';

/** Route `/tro-giup`. */
export function HelpScreen() {
  return (
    <>
      <PageHeader title="Trợ giúp" />
      <Tabs defaultValue="guide" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="guide">Hướng dẫn</Tabs.Tab>
          <Tabs.Tab value="keys">Phím tắt</Tabs.Tab>
          <Tabs.Tab value="errors">Mã lỗi</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="guide">
          <Guide />
        </Tabs.Panel>
        <Tabs.Panel value="keys">
          <KeyboardSheet />
        </Tabs.Panel>
        <Tabs.Panel value="errors">
          <ErrorCodeList />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
