// The studio's words beside those of the element: one language, one way of writing numbers and dates.
import { Locale, type Values } from './locale.ts';
import { studioCatalogue, type StudioKey } from './studio-messages.ts';

export class StudioLocale extends Locale {
  /** A message of the studio with its values; `n` chooses the plural form. */
  say(key: StudioKey, values: Values = {}): string {
    return this.fill(studioCatalogue(this.tag)[key], values);
  }
}
