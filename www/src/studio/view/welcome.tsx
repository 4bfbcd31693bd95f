// Nothing is loaded: the three ways to begin.
import type { Props } from './app.tsx';
import { chooseFiles } from './file-chooser.ts';

export function Welcome({ state: { locale }, studio }: Props) {
  return (
    <section class="welcome" aria-labelledby="welcome-title">
      <h2 id="welcome-title">{locale.say('welcomeTitle')}</h2>
      <p>{locale.say('welcomeText')}</p>
      <div class="row">
        <button type="button" class="button primary" onClick={() => chooseFiles(studio)}>{locale.say('openFile')}</button>
        <button type="button" class="button" onClick={() => studio.store.set({ dialog: 'paste' })}>{locale.say('pasteText')}</button>
        <button type="button" class="button" onClick={() => void studio.openSample()}>{locale.say('sample')}</button>
      </div>
      <p class="small">{locale.say('privacy')}</p>
    </section>
  );
}
