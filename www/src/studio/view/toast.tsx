// A short message with a way back; told politely to those who do not see it.
import type { Props } from './app.tsx';
import { CloseIcon } from './icons.tsx';

export function ToastView({ state: { toast, locale }, studio }: Props) {
  const { toaster } = studio;
  const act = () => {
    const { action } = toast ?? {};
    toaster.dismiss();
    if (action) void studio.step(action);
  };
  return (
    <div class="toast-place" role="status" onPointerEnter={() => toaster.hold()} onPointerLeave={() => toaster.resume()} onFocusIn={() => toaster.hold()} onFocusOut={() => toaster.resume()}>
      {toast && (
        <div class="toast" key={toast.id}>
          <span>{toast.text}</span>
          {toast.action && <button type="button" class="quiet strong" onClick={act}>{locale.say(toast.action)}</button>}
          <button type="button" class="quiet icon-only" aria-label={locale.say('dismiss')} onClick={() => toaster.dismiss()}><CloseIcon /></button>
        </div>
      )}
    </div>
  );
}
