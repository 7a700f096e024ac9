import { defineNuxtConfig } from 'nuxt/config';

export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  telemetry: false,
  devtools: { enabled: false },
  app: {
    head: {
      htmlAttrs: { lang: 'vi' },
      title: 'tcns-widgets trong Nuxt',
      link: [{ rel: 'icon', href: 'data:,' }],
    },
  },
  // Tags with our prefix are elements, not components of Vue.
  vue: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('tcns-') } },
  typescript: { strict: true },
  nitro: { output: { dir: 'dist' } },
});
