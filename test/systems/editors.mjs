/**
 * Rich-text editors from npm: each row is a page whose `filter(html)` takes a text in as the editor loads it, and
 * gives back what it would save.
 */

const tinymce = (major, options = '') => ({
  package: `tinymce@${major}`,
  folder: `tinymce${major}`,
  page: (lib) => `<textarea id="e"></textarea><script src="${lib}/tinymce.min.js"></script><script>
const ready = new Promise((done) => tinymce.init({ selector: '#e', license_key: 'gpl', promotion: false,
  ${options} init_instance_callback: done }));
window.filter = async (html) => { const editor = await ready; editor.setContent(html); return editor.getContent(); };
</script>`,
});

const CUSTOM = `custom_elements: 'tcns-kpi-card', extended_valid_elements: 'script[*],tcns-kpi-card[*]',`;

const ckeditor4 = (options = '') => ({
  package: 'ckeditor4@4.22.1',
  folder: 'ckeditor4',
  page: (lib) => `<textarea id="e"></textarea><script src="${lib}/ckeditor.js"></script><script>
const ready = new Promise((done) => CKEDITOR.replace('e', { versionCheck: false, ${options} on: { instanceReady: (event) => done(event.editor) } }));
window.filter = async (html) => { const editor = await ready;
  await new Promise((callback) => editor.setData(html, { callback })); return editor.getData(); };
</script>`,
});

const ckeditor5 = (support = '') => ({
  package: 'ckeditor5',
  folder: 'ckeditor5',
  page: (
    lib,
  ) => `<div id="e"></div><script src="${lib}/dist/browser/ckeditor5.umd.js"></script><script>
const { ClassicEditor, Essentials, Paragraph, Bold, Link, BlockQuote, Heading, List, MediaEmbed, GeneralHtmlSupport } = CKEDITOR;
const ready = ClassicEditor.create(document.querySelector('#e'), { licenseKey: 'GPL',
  plugins: [Essentials, Paragraph, Bold, Link, BlockQuote, Heading, List, MediaEmbed${support ? ', GeneralHtmlSupport' : ''}],
  ${support ? `htmlSupport: { allow: ${support} },` : ''} });
window.filter = async (html) => { const editor = await ready; editor.setData(html); return editor.getData(); };
</script>`,
});

/** Asked again until the editor's own late work is done: the same text for a second. */
export const SETTLED = `const settled = async (read) => { let last = read(), since = performance.now();
  while (performance.now() - since < 1000) { await new Promise(requestAnimationFrame);
    const now = read(); if (now !== last) { last = now; since = performance.now(); } } return last; };`;

/** By the name that `npm run test:systems` takes. */
export const EDITORS = {
  tinymce: {
    'TinyMCE 4': tinymce(4),
    'TinyMCE 5': tinymce(5),
    'TinyMCE 6': tinymce(6),
    'TinyMCE 7': tinymce(7),
    'TinyMCE 8': tinymce(8),
    'TinyMCE 8, `custom_elements` và `extended_valid_elements`': tinymce(8, CUSTOM),
  },
  ckeditor: {
    'CKEditor 4': ckeditor4(),
    'CKEditor 4, `allowedContent: true`': ckeditor4('allowedContent: true,'),
    'CKEditor 5': ckeditor5(),
    'CKEditor 5, GHS cho `div`, `span`, `a`, `blockquote`': ckeditor5(
      '[{ name: /^(div|span|a|blockquote)$/, attributes: true, classes: true, styles: true }]',
    ),
    'CKEditor 5, GHS cho mọi thẻ': ckeditor5(
      '[{ name: /.*/, attributes: true, classes: true, styles: true }]',
    ),
  },
  froala: {
    Froala: {
      package: 'froala-editor',
      folder: 'froala-editor',
      page: (
        lib,
      ) => `<div id="e"></div><script src="${lib}/js/froala_editor.pkgd.min.js"></script><script>
const ready = new Promise((done) => { const editor = new FroalaEditor('#e', {}, () => done(editor)); });
window.filter = async (html) => { const editor = await ready; editor.html.set(html); return editor.html.get(); };
</script>`,
    },
  },
  jodit: {
    Jodit: {
      package: 'jodit',
      folder: 'jodit',
      page: (
        lib,
      ) => `<textarea id="e"></textarea><script src="${lib}/es2021/jodit.min.js"></script><script>
${SETTLED}
const editor = Jodit.make('#e');
window.filter = async (html) => { editor.value = html; return settled(() => editor.value); };
</script>`,
    },
  },
  summernote: {
    Summernote: {
      package: 'summernote',
      more: ['jquery@3'],
      folder: 'summernote',
      page: (
        lib,
      ) => `<div id="e"></div><script src="${lib}/../jquery/dist/jquery.min.js"></script><script src="${lib}/dist/summernote-lite.min.js"></script><script>
$('#e').summernote();
window.filter = async (html) => { $('#e').summernote('code', html); return $('#e').summernote('code'); };
</script>`,
    },
  },
  quill: {
    Quill: {
      package: 'quill',
      folder: 'quill',
      page: (lib) => `<div id="e"></div><script src="${lib}/dist/quill.js"></script><script>
const editor = new Quill('#e', { theme: 'snow' });
window.filter = async (html) => { editor.setText(''); editor.clipboard.dangerouslyPasteHTML(html); return editor.getSemanticHTML(); };
</script>`,
    },
  },
};
