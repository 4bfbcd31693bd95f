// What went wrong: with what, why, and the remedy. What was there stays below it.
import type { Props } from './app.tsx';
import { CloseIcon } from './icons.tsx';

export function Banner({ state: { trouble, locale }, studio }: Props) {
  return (
    <div role="alert" class="banner-place">
      {trouble && (
        <div class="banner">
          <p>
            <strong>{trouble.about ? locale.say('notOpened', { name: trouble.about }) : locale.say('failedAny')}.</strong>{' '}
            {locale.told(trouble.message)} {locale.told(trouble.fix)} <code>{trouble.code}</code>
          </p>
          <button type="button" class="quiet icon-only" aria-label={locale.say('dismiss')} title={locale.say('dismiss')} onClick={() => studio.store.set({ trouble: null })}>
            <CloseIcon />
          </button>
        </div>
      )}
    </div>
  );
}
