import { expect, it } from 'vitest';
import { guess } from './guess.ts';

const TEXTS: [language: string | null, text: string][] = [
  ['en', 'The ministers of the two countries met in the capital and signed a treaty that was drafted by the council.'],
  ['es', 'Los ministros de los dos países se reunieron en la capital y firmaron un tratado que redactó el consejo.'],
  ['fr', 'Les ministres des deux pays se sont réunis dans la capitale et ont signé un traité pour le commerce.'],
  ['pt', 'Os ministros dos dois países reuniram-se na capital e assinaram um tratado que não foi lido em público.'],
  ['de', 'Die Minister der beiden Länder trafen sich in der Hauptstadt und haben den Vertrag nicht mit dem Rat beraten.'],
  ['it', 'I ministri dei due paesi si sono incontrati nella capitale e non hanno firmato il trattato che è della camera.'],
  ['nl', 'De ministers van de twee landen kwamen in het kabinet bijeen en hebben een verdrag niet getekend op dat moment.'],
  ['pl', 'Ministrowie spotkali się w stolicy i nie podpisali traktatu, że to jest do omówienia na radzie z rządem.'],
  ['ru', 'Министры двух стран встретились в столице и подписали договор, который был подготовлен советом, чтобы вы знали это.'],
  ['uk', 'Міністри двох країн зустрілися в столиці й підписали договір, який підготувала рада.'],
  ['ar', 'اجتمع وزراء البلدين في العاصمة ووقعوا معاهدة أعدها المجلس'],
  ['fa', 'وزیران دو کشور در پایتخت گرد هم آمدند و پیمانی را امضا کردند'],
  ['zh', '两国部长在首都会晤并签署了条约'],
  ['ja', '両国の大臣が首都で会談し、条約に署名した'],
  ['el', 'Οι υπουργοί των δύο χωρών συναντήθηκαν στην πρωτεύουσα'],
  [null, 'Lorem ipsum'],
  [null, ''],
  [null, 'Norway Sweden Finland Denmark Iceland Peru Chile Brazil Uruguay Paraguay'],
];

it.each(TEXTS)('finds %s', (language, text) => {
  expect(guess(text)).toBe(language);
});
