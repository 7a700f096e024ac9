import { renderToString } from 'react-dom/server';
import { App } from './app.tsx';

/** The page on a server: the tags with what stands between them; the figures come in the browser. */
export const page = (): Promise<string> => Promise.resolve(renderToString(<App />));
