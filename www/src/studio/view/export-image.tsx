// The picture: its choices, its preview, and what can be done with it.
import { useState } from 'preact/hooks';
import type { StudioLocale } from '../../i18n/studio-locale.ts';
import { canCopyImages, copyImage, download } from '../download.ts';
import { FIRST_IMAGE, imageName, imageOptions, sizeOf, type ImagePlan } from '../export-plan.ts';
import { problemOf } from '../problem.ts';
import { groundOf } from '../theme.ts';
import type { Props } from './app.tsx';
import { ImageChoices } from './image-choices.tsx';
import { Outcome, type Result } from './outcome.tsx';
import { usePlan } from './use-plan.ts';
import { usePreview } from './use-preview.ts';

/** What was chosen last, while the page is open. */
let last: ImagePlan | null = null;

export function ExportImage({ state, studio }: Props) {
  const { locale, theme, opened } = state;
  const [result, setResult] = useState<Result>(null);
  const { plan, newest, change } = usePlan<ImagePlan>(last ?? { ...FIRST_IMAGE, theme: groundOf(theme) }, (chosen) => {
    last = chosen;
    setResult(null);
  });
  const preview = usePreview(plan, studio.viewer);
  const attempt = async (work: () => Promise<string>) => {
    try {
      setResult({ done: await work() });
    } catch (error) {
      setResult({ problem: problemOf(error) });
    }
  };
  const save = () => attempt(async () => {
    const name = imageName(newest(), studio.name(), studio.viewer);
    download(await studio.viewer.exportImage(imageOptions(newest())), name);
    return locale.say('saved', { name });
  });
  const copy = () => attempt(async () => {
    await copyImage(studio.viewer.exportImage(imageOptions({ ...newest(), format: 'png' })));
    return locale.say('imageCopied');
  });
  return (
    <form class="export" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <ImageChoices plan={plan} change={change} locale={locale} title={opened?.report.title || studio.name()} />
      <figure class="preview" aria-busy={preview.busy}>
        <div class="preview-frame">
          {preview.address && <img src={preview.address} alt={locale.say('previewOf')} />}
          {!preview.address && !preview.problem && <p class="small">{locale.say('previewMaking')}</p>}
          {preview.problem && <p>{locale.told(preview.problem.message)} {locale.told(preview.problem.fix)}</p>}
        </div>
        <figcaption class="small">{facts(plan, locale)}</figcaption>
      </figure>
      <div class="row end export-foot">
        <Outcome result={result} locale={locale} />
        {canCopyImages() && <button type="button" class="button" onClick={() => void copy()}>{locale.say('copyImage')}</button>}
        <button type="submit" class="button primary">{locale.say('save', { format: plan.format.toUpperCase() })}</button>
      </div>
    </form>
  );
}

/** The size in pixels, in words. */
function facts(plan: ImagePlan, locale: StudioLocale): string {
  const { width, height } = sizeOf(plan);
  const times = plan.format === 'png' ? plan.scale : 1;
  const key = plan.format === 'png' ? 'imageFacts' : 'vectorFacts';
  return locale.say(key, { width: String(width * times), height: String(height * times) });
}
