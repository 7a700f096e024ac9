import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import App from './app.vue';

/** The page on a server: the tags with what stands between them; the figures come in the browser. */
export const page = (): Promise<string> => renderToString(createSSRApp(App));
