import { Kbd } from '@mantine/core';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import classes from './app-frame.module.css';
import { shownKeys } from './hotkeys.ts';
import { type Section, sectionOf, sections } from './sections.ts';
import { useHotkey } from './use-hotkey.ts';

export function Navigation() {
  const active = sectionOf(useLocation().pathname);
  return (
    <nav className={classes.side} aria-label="Các phần của ứng dụng">
      {sections.map((section) => (
        <NavigationLink key={section.to} section={section} active={section.to === active} />
      ))}
    </nav>
  );
}

function NavigationLink({ section, active }: { readonly section: Section; readonly active: boolean }) {
  const navigate = useNavigate();
  useHotkey(section.hotkey, () => void navigate({ to: section.to }));
  const keys = shownKeys(section.hotkey);
  return (
    <Link
      to={section.to}
      className={classes.link}
      aria-keyshortcuts={keys}
      data-active={active || undefined}
      {...(active ? { 'aria-current': 'page' as const } : {})}
    >
      <section.icon size={20} aria-hidden />
      <span className={classes.label}>{section.label}</span>
      <Kbd size="xs" aria-hidden>
        {keys}
      </Kbd>
    </Link>
  );
}
