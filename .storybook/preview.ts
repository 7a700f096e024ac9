import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { configure } from 'storybook/test';
import manifest from '../custom-elements.json';
import type { ArgTypesEnhancer } from 'storybook/internal/types';
import { handlers } from './mock-api.js';
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
    docs: { source: { excludeDecorators: true }, toc: true },
    options: {
      storySort: {
        method: 'configure',
        order: [
          'Bắt đầu',
          'Hướng dẫn',
          ['Cho người quản trị trang', 'Guide for webmasters'],
          'Công thức · recipes',
          'Tiện ích',
          [
            'Thẻ chỉ số · kpi-card',
            'Số trong câu · stat',
            'Bản đồ · coverage-map',
            'Biểu đồ theo thời gian · trend',
            'Xếp hạng · ranking',
            'Theo dõi chiến dịch · campaign-tracker',
            'Danh sách tổ · team-roster',
            'Tổ hướng dẫn gì · service-guide',
            'Bảng tổng hợp · dashboard',
          ],
          'API giả lập · mock API',
          'API JSON',
          ['Tiếng Việt', 'English'],
          'Giao diện · theming',
          'Ngôn ngữ · i18n',
          'Tiếp cận',
          'CSP',
          'Dữ liệu và pháp luật',
          'Decisions',
        ],
      },
    },
  },
};

export default preview;
