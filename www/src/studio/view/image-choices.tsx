// The choices for a picture.
import type { StudioLocale } from '../../i18n/studio-locale.ts';
import type { ImagePlan } from '../export-plan.ts';
import { MAX_SIDE, MIN_SIDE, PRESETS, type Preset } from '../image-size.ts';
import { Segmented } from './segmented.tsx';

interface Props {
  plan: ImagePlan;
  change: (changed: Partial<ImagePlan>) => void;
  locale: StudioLocale;
  /** The report's own, which stands unless another is written. */
  title: string;
}

const SCALES = [1, 2, 3, 4];

export function ImageChoices({ plan, change, locale, title }: Props) {
  const say = locale.say.bind(locale);
  return (
    <div class="choices">
      <Segmented label={say('chart')} value={plan.chart} choose={(chart) => change({ chart })} options={[
        { value: 'both', label: say('chartBoth') },
        { value: 'timeline', label: say('chartTimeline') },
        { value: 'countries', label: say('chartCountries') },
      ]} />
      <div class="pair">
        <Segmented label={say('format')} value={plan.format} choose={(format) => change({ format })} options={[
          { value: 'png', label: 'PNG' },
          { value: 'svg', label: 'SVG' },
        ]} />
        <Segmented label={say('scale')} value={plan.scale} disabled={plan.format === 'svg'} choose={(scale) => change({ scale })}
          options={SCALES.map((scale) => ({ value: scale, label: `${scale}×` }))} />
      </div>
      <SizeChoice plan={plan} change={change} locale={locale} />
      <div class="pair">
        <Segmented label={say('ground')} value={plan.theme} choose={(theme) => change({ theme })} options={[
          { value: 'light', label: say('themeLight') },
          { value: 'dark', label: say('themeDark') },
        ]} />
        <Segmented label={say('range')} value={plan.range} choose={(range) => change({ range })} options={[
          { value: 'window', label: say('rangeWindow') },
          { value: 'all', label: say('rangeAll') },
        ]} />
      </div>
      <label class="field-label">
        {say('title')}
        <input class="field" type="text" placeholder={title} maxLength={120} value={plan.title} onInput={(event) => change({ title: event.currentTarget.value })} />
      </label>
    </div>
  );
}

const SIZE_WORDS = { landscape: 'sizeLandscape', social: 'sizeSocial', column: 'sizeColumn' } as const;

function SizeChoice({ plan, change, locale }: Omit<Props, 'title'>) {
  const presets = Object.keys(PRESETS) as Preset[];
  const word = (preset: Preset) => {
    const { width, height } = PRESETS[preset];
    return locale.say(SIZE_WORDS[preset], { width: String(width), height: String(height) });
  };
  const sideInput = (key: 'width' | 'height') => (
    <label class="field-label">
      {locale.say(key)}
      <input class="field" type="number" min={MIN_SIDE} max={MAX_SIDE} step={1} value={plan.custom[key] || ''}
        onInput={(event) => change({ custom: { ...plan.custom, [key]: event.currentTarget.valueAsNumber } })} />
    </label>
  );
  return (
    <>
      <label class="field-label">
        {locale.say('size')}
        <select class="field" value={plan.preset} onChange={(event) => change({ preset: event.currentTarget.value as ImagePlan['preset'] })}>
          {presets.map((preset) => <option value={preset} key={preset}>{word(preset)}</option>)}
          <option value="custom">{locale.say('sizeCustom')}</option>
        </select>
      </label>
      {plan.preset === 'custom' && <div class="pair">{sideInput('width')}{sideInput('height')}</div>}
    </>
  );
}
