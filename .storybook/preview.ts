import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { configure } from 'storybook/test';
import manifest from '../custom-elements.json';
import type { ArgTypesEnhancer } from 'storybook/internal/types';
import { handlers } from './mock-api.js';
import { preferredTheme } from './theme.js';
import { globalTypes, initialGlobals, page } from './page.js';
import './preview.css';

setCustomElementsManifest(manifest);

// what a story plays must also succeed on a busy machine
// and a failure says what it waited for, without the page around it
configure({
  asyncUtilTimeout: 5000,
  getElementError: (message) => new Error(message ?? 'not found'),
});

const startWorker = async () => {
  const worker = setupWorker(...handlers);
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    // relative, so that a Storybook in any folder of a site finds it
    serviceWorker: { url: './mockServiceWorker.js' },
  });
  return worker;
};

/** Events, parts and tokens are told, not set. */
const toldOnly: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const told = /^(events|css .*)$/.test(argType.table?.category ?? '');
      return [name, told ? { ...argType, control: false } : argType];
    }),
  );

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes,
  initialGlobals,
  argTypesEnhancers: [toldOnly],
  decorators: [page],
  loaders: [mswLoader(startWorker)],
  parameters: {
    layout: 'padded',
    a11y: { test: 'error' },
    backgrounds: { disable: true },
    controls: { expanded: true, sort: 'none' },
    docs: { source: { excludeDecorators: true }, theme: preferredTheme(), toc: true },
    options: {
      storySort: {
        method: 'configure',
        order: [
          'Bắt đầu · Start',
          'Hướng dẫn · Guide',
          ['Tiếng Việt', 'English'],
          'Công thức · Recipes',
          'Tiện ích · Widgets',
          [
            'Thẻ chỉ số · KPI card',
            'Số trong câu · Stat',
            'Bản đồ · Coverage map',
            'Biểu đồ theo thời gian · Trend',
            'Xếp hạng · Ranking',
            'Theo dõi chiến dịch · Campaign tracker',
            'Danh sách tổ · Team roster',
            'Tổ hướng dẫn gì · Service guide',
            'Bảng tổng hợp · Dashboard',
          ],
          'API giả lập · Mock API',
          'API JSON · JSON API',
          ['Tiếng Việt', 'English'],
          'Giao diện · Theming',
          'Ngôn ngữ · Languages',
          'Tiếp cận · Accessibility',
          'Trang có chính sách chặt · Strict CSP',
          'Dữ liệu và pháp luật · Data and the law',
          'Quyết định thiết kế · Decisions',
        ],
      },
    },
  },
};

export default preview;
