// What the extraction has to say about the text: what could not be read, and what was guessed, each with its place.
import { useMemo } from 'preact/hooks';
import type { Diagnostic } from '../../engine/data.ts';
import type { Actions } from '../actions.ts';
import type { State } from '../state.ts';
import { Popover } from './popover.tsx';

interface Props {
  state: State;
  act: Actions;
}

/** More remarks than these nobody reads one by one, and a panel cannot hold them; the exported JSON has all. */
const MOST = 100;

/** Every undated item is listed as such; saying it again would bury the rest. */
const LISTED = 'undated-item';

export function Remarks({ state: { loaded, unmatched, locale }, act }: Props) {
  const found = useMemo(() => [...(loaded?.diagnostics ?? []), ...unmatched].filter(({ code }) => code !== LISTED), [loaded, unmatched]);
  if (found.length === 0) return null;
  return (
    <Popover look="link" title={locale.text('remarksTitle')} label={locale.text('remarks', { n: found.length })}>
      {(close) => (
        <ul class="remarks">
          {found.slice(0, MOST).map((remark) => (
            <li key={`${remark.code} ${remark.span[0]} ${remark.message}`} class={remark.severity}>
              <Remark remark={remark} told={(text) => locale.told(text)} line={locale.text('line', { n: remark.line })} open={act.session.source && (() => {
                close();
                act.exploration.read(remark.span);
              })} />
            </li>
          ))}
          {found.length > MOST && <li>{locale.text('moreRemarks', { n: found.length - MOST })}</li>}
        </ul>
      )}
    </Popover>
  );
}

interface RemarkProps {
  remark: Diagnostic;
  told: (text: string) => string;
  line: string;
  /** Shows the place in the report's text; null where there is none. */
  open: (() => void) | null;
}

function Remark({ remark: { message, fix, line: number }, told, line, open }: RemarkProps) {
  return (
    <>
      <p class="sentence">{told(message)}</p>
      <small class="sentence">{told(fix)}</small>
      {number > 0 && (open ? <button type="button" class="link" onClick={open}>{line}</button> : <small>{line}</small>)}
    </>
  );
}
