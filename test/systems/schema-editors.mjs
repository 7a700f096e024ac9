/**
 * Editors that keep a model of their own and write HTML out of it. Each has an `entry`, which is bundled with the
 * packages and has to set `filter(html)`, as in `editors.mjs`.
 */
import { SETTLED } from './editors.mjs';

const tiptap = (extension = '') => ({
  package: '@tiptap/core',
  more: ['@tiptap/pm', '@tiptap/starter-kit'],
  folder: 'tiptap',
  entry: `import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
const editor = new Editor({ element: document.querySelector('#e'), extensions: [StarterKit${extension}] });
window.filter = async (html) => { editor.commands.setContent(html); return editor.getHTML(); };`,
});

const editorjs = (filter) => ({
  package: '@editorjs/editorjs',
  more: ['@editorjs/paragraph', '@editorjs/raw'],
  folder: 'editorjs',
  // Its blocks as the examples of its renderers write them.
  entry: `import EditorJS from '@editorjs/editorjs';
import Paragraph from '@editorjs/paragraph';
import Raw from '@editorjs/raw';
${SETTLED}
const editor = new EditorJS({ holder: 'e', tools: { paragraph: { class: Paragraph, inlineToolbar: true }, raw: Raw } });
const saved = async () => (await editor.save()).blocks.map(({ type, data }) => type === 'raw' ? data.html : '<p>' + data.text + '</p>').join('');
window.filter = async (html) => { await editor.isReady; ${filter} return saved(); };`,
});

/** By the name that `npm run test:systems` takes. */
export const SCHEMA_EDITORS = {
  trix: {
    Trix: {
      package: 'trix',
      folder: 'trix',
      entry: `import Trix from 'trix';
const place = document.querySelector('#e');
const ready = new Promise((done) => place.addEventListener('trix-initialize', done, { once: true }));
place.innerHTML = '<input id="i" type="hidden"><trix-editor input="i"></trix-editor>';
window.Trix = Trix;
window.filter = async (html) => { await ready; place.querySelector('trix-editor').editor.loadHTML(html); return place.querySelector('trix-editor').value; };`,
    },
  },
  prosemirror: {
    'ProseMirror (schema-basic)': {
      package: 'prosemirror-view',
      more: ['prosemirror-model', 'prosemirror-state', 'prosemirror-schema-basic'],
      folder: 'prosemirror',
      entry: `import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { DOMParser as Reader, DOMSerializer } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
const stateOf = (html) => { const box = document.implementation.createHTMLDocument('').body; box.innerHTML = html;
  return EditorState.create({ doc: Reader.fromSchema(schema).parse(box) }); };
const view = new EditorView(document.querySelector('#e'), { state: stateOf('') });
window.filter = async (html) => { view.updateState(stateOf(html)); const box = document.createElement('div');
  box.append(DOMSerializer.fromSchema(schema).serializeFragment(view.state.doc.content)); return box.innerHTML; };`,
    },
  },
  tiptap: { Tiptap: tiptap() },
  lexical: {
    Lexical: {
      // `lexical` itself comes with it, in the version that they share.
      package: '@lexical/html',
      more: ['@lexical/rich-text', '@lexical/link', '@lexical/list'],
      folder: 'lexical',
      entry: `import { $getRoot, $insertNodes, createEditor } from 'lexical';
import { $generateHtmlFromNodes, $generateNodesFromDOM } from '@lexical/html';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
const editor = createEditor({ nodes: [HeadingNode, QuoteNode, LinkNode, ListItemNode, ListNode], onError: (error) => { throw error; } });
const place = document.querySelector('#e'); place.contentEditable = 'true';
editor.setRootElement(place); registerRichText(editor);
window.filter = async (html) => { const doc = new DOMParser().parseFromString(html, 'text/html');
  editor.update(() => { const root = $getRoot(); root.clear(); root.select(); $insertNodes($generateNodesFromDOM(editor, doc)); }, { discrete: true });
  return editor.read(() => $generateHtmlFromNodes(editor)); };`,
    },
  },
  editorjs: {
    'Editor.js': editorjs(
      // It pastes when it likes.
      `await editor.blocks.clear(); await editor.blocks.renderFromHTML(html); await settled(() => document.querySelector('#e').innerHTML);`,
    ),
    'Editor.js, khối Raw': editorjs(
      `await editor.render({ blocks: [{ type: 'raw', data: { html } }] });`,
    ),
  },
};
