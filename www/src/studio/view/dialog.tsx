// A modal dialog with a title and a close button. The platform holds the focus inside, and gives it back.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { StudioLocale } from '../../i18n/studio-locale.ts';
import { CloseIcon } from './icons.tsx';
import { useName } from './use-name.ts';

interface Props {
  title: string;
  look?: string;
  locale: StudioLocale;
  /** Told when it is closed, by whatever means. */
  close: () => void;
  children: (shut: () => void) => ComponentChildren;
}

export function Dialog({ title, look = '', locale, close, children }: Props) {
  const id = useName();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const shut = () => dialog.current?.close();
  return (
    <dialog ref={dialog} class={`dialog ${look}`} aria-labelledby={id} closedby="any" onClose={close}>
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="quiet icon-only" aria-label={locale.say('close')} onClick={shut}><CloseIcon /></button>
      </div>
      {children(shut)}
    </dialog>
  );
}
