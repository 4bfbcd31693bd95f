// Registers <dateline-viewer>, once however often the script is loaded.
import { DatelineViewer } from './viewer.ts';

if (!customElements.get('dateline-viewer')) customElements.define('dateline-viewer', DatelineViewer);

export { DatelineViewer };
