// The head of the page: what is open, what dates are read from, the search, and the tools.
import { reportPeriod } from '../report-name.ts';
import { THEMES, applyTheme, type Theme } from '../theme.ts';
import type { DialogName } from '../state.ts';
import type { Props } from './app.tsx';
import { chooseCorrections, chooseFiles } from './file-chooser.ts';
import { CaretIcon, CheckIcon, MenuIcon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { Reference } from './reference.tsx';
import { Search } from './search.tsx';

export function Header(props: Props) {
  const { locale } = props.state;
  return (
    <header class="header">
      <h1 class="brand"><Mark /><span>Dateline</span></h1>
      <Title {...props} />
      <Search {...props} />
      <div class="tools" role="group" aria-label={locale.say('tools')}>
        <OpenTools {...props} />
        <Tool {...props} dialog="export" look="roomy" />
        <Tool {...props} dialog="embed" look="spacious" />
        <ThemeTool {...props} />
        <Tool {...props} dialog="help" look="spacious" />
        <SmallMenu {...props} />
      </div>
    </header>
  );
}

/** Stands for the name where there is little room. */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 28 28" width="28" height="28" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true">
      <path d="M3 22h22" />
      <g fill="currentColor" stroke="none"><circle cx="8" cy="15" r="3" /><circle cx="16" cy="15" r="3" /><circle cx="16" cy="7.5" r="3" /></g>
      <path d="M21 13h4v4h-4z" stroke-width="1.5" />
    </svg>
  );
}

function Title({ state, studio }: Props) {
  const { opened, locale } = state;
  if (!opened) return <div class="title" />;
  const period = reportPeriod(opened.report, locale);
  return (
    <div class="title">
      <p class="title-line">
        <strong class="name" title={opened.report.title}>{studio.name()}</strong>
        {period && <span class="period">{locale.say('period', { range: period })}</span>}
      </p>
      <Reference state={state} studio={studio} key={opened.report.reference_date?.date} />
    </div>
  );
}

function OpenTools({ state: { locale, opened }, studio }: Props) {
  return (
    <div class="split">
      <button type="button" class="button primary" onClick={() => chooseFiles(studio)}>{locale.say('open')}</button>
      <Menu look="button primary caret" name={locale.say('openMore')} title={locale.say('openMore')} label={<CaretIcon />} align="end">
        {(close) => (
          <>
            <MenuButton label={locale.say('openFile')} act={() => chooseFiles(studio)} close={close} />
            <MenuButton label={locale.say('pasteText')} act={() => studio.store.set({ dialog: 'paste' })} close={close} />
            <MenuButton label={locale.say('sample')} act={() => void studio.openSample()} close={close} />
            <hr />
            <MenuButton label={locale.say('correctionsImport')} disabled={!opened} act={() => chooseCorrections(studio, (trouble) => studio.store.set({ trouble }))} close={close} />
          </>
        )}
      </Menu>
    </div>
  );
}

interface ToolProps extends Props {
  dialog: Exclude<DialogName, 'paste'>;
  /** How much room it needs to be there; without it is in the menu. */
  look: 'roomy' | 'spacious';
}

function Tool({ state: { locale, opened }, studio, dialog, look }: ToolProps) {
  const idle = !opened && dialog !== 'help';
  return (
    <button type="button" class={`button ${look}`} disabled={idle} aria-haspopup="dialog" onClick={() => studio.store.set({ dialog })}>
      {locale.say(dialog)}
    </button>
  );
}

function ThemeTool(props: Props) {
  return (
    <Menu look="button spacious" label={props.state.locale.say('theme')} align="end">
      {(close) => <ThemeChoice {...props} close={close} />}
    </Menu>
  );
}

const THEME_WORDS = { auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' } as const;

function ThemeChoice({ state: { theme, locale }, studio, close }: Props & { close: () => void }) {
  const choose = (chosen: Theme) => {
    applyTheme(chosen);
    studio.store.set({ theme: chosen });
  };
  return (
    <div role="radiogroup" aria-label={locale.say('theme')}>
      {THEMES.map((each) => (
        <button type="button" class="menu-item" role="radio" aria-checked={each === theme} key={each} onClick={() => { choose(each); close(); }}>
          <span class="check">{each === theme && <CheckIcon />}</span>
          {locale.say(THEME_WORDS[each])}
        </button>
      ))}
    </div>
  );
}

/** Where there is no room for all tools. */
function SmallMenu(props: Props) {
  const { state: { locale, opened }, studio } = props;
  const period = opened ? reportPeriod(opened.report, locale) : '';
  return (
    <Menu look="button icon-only folded" name={locale.say('menu')} label={<MenuIcon />} align="end">
      {(close) => (
        <>
          {period && <p class="menu-note">{locale.say('period', { range: period })}</p>}
          {(['export', 'embed', 'help'] as const).map((dialog) => (
            <MenuButton key={dialog} look={dialog === 'export' ? 'unroomy' : ''} label={locale.say(dialog)} disabled={!opened && dialog !== 'help'} act={() => studio.store.set({ dialog })} close={close} />
          ))}
          <hr />
          <ThemeChoice {...props} close={close} />
        </>
      )}
    </Menu>
  );
}

interface MenuButtonProps {
  label: string;
  act: () => void;
  close: () => void;
  disabled?: boolean;
  look?: string;
}

/** The panel closes first, so that a dialog gives the focus back to the panel's button. */
function MenuButton({ label, act, close, disabled, look = '' }: MenuButtonProps) {
  return (
    <button type="button" class={`menu-item ${look}`} disabled={disabled} onClick={() => { close(); act(); }}>{label}</button>
  );
}
