/** What every element of the library is: a Lit element that knows its page's language and theme. */
import { inform } from '../../api/console.js';
import { html, isServer, LitElement, render, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Wording } from '../../i18n/figures.js';
import { translator } from '../../i18n/translator.js';
import { wearStyles } from './late-styles.js';
import { tellAuthor } from './light-dom.js';
import { PageContext } from './page-context.js';
import { pageDocument } from '../../data/page-base.js';

/** Attributes of any element; the placeholder's own are none of a widget's, and are looked at. */
const FOREIGN = /^(id|class|style|lang|slot|data-(?![aic]).*)$|[:@_]/;

/** Base of all elements: language, theme, width, and keys that stay inside. */
export abstract class TcnsElement extends LitElement {
  /** `light` or `dark`; absent: the computed `color-scheme` of the parent element. */
  @property() theme?: 'light' | 'dark';

  /** True for elements that draw to their width in px. */
  protected static readonly measured: boolean = false;

  protected readonly pageContext = new PageContext(
    this,
    () => this.theme,
    (this.constructor as typeof TcnsElement).measured,
  );
  private worded: Wording | undefined;

  /** The language of the texts and their translator. */
  protected get wording(): Wording {
    const { language } = this.pageContext;
    if (this.worded?.language !== language) this.worded = { language, t: translator(language) };
    return this.worded;
  }

  /** The classes of the outermost box inside the shadow root. */
  protected get rootClass(): string {
    const { theme, width } = this.pageContext;
    return `root tokens ${theme} ${width}${inQuirks() ? ' quirks' : ''}`;
  }

  /** Marks the beginning of the server's drawing, which stays until the browser's own can replace it. */
  private served: Comment | undefined;

  /** True while the browser cannot draw yet. */
  protected get waits(): boolean {
    return !this.pageContext.languageReady;
  }

  /** True while the server's drawing has to stay. */
  protected get keeps(): boolean {
    return this.served !== undefined && this.waits;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const { observedAttributes } = this.constructor as typeof LitElement;
    // Mistyped, mangled, or closed by a paragraph.
    if (
      this.getAttributeNames().some(
        (name) => !observedAttributes.includes(name) && !FOREIGN.test(name),
      ) ||
      (!this.firstChild && this.parentElement?.localName === 'p')
    )
      tellAuthor(this);
    // Not by Lit, which gives it the sheets of this document also where the element is in another one.
    const root = this.shadowRoot
      ? this.takeOver(this.shadowRoot)
      : this.attachShadow((this.constructor as typeof LitElement).shadowRootOptions);
    wearStyles(this, root);
    // Sheets of browsers that make none are `<style>` elements, and stay the last.
    this.renderOptions.renderBefore ??= root.firstChild;
    // An Enter in a search box would post back the form that WebForms wraps around every page; from
    // outside, typing in one looks like typing on the page, which may have shortcuts; and a key that
    // the widget has used is not one for the page's scrolling. What the page has put inside is its own.
    for (const type of ['keydown', 'keypress', 'keyup']) {
      root.addEventListener(type, (event) => {
        const target = event.target as Element;
        const { key } = event as KeyboardEvent;
        const typed = key !== 'Escape' && target.matches('input, select');
        if (root.contains(target) && (key === 'Enter' || typed || event.defaultPrevented))
          event.stopPropagation();
      });
    }
    // Inside a link or a button of the page, a press of the widget's own button would follow it as well.
    root.addEventListener('click', (event) => {
      const control = (event.target as Element).closest('a, button, input, label, select, summary');
      if (control?.matches('button')) event.preventDefault();
    });
    return root;
  }

  /** A page has moved the widget into another document. */
  adoptedCallback(): void {
    if (this.shadowRoot) wearStyles(this, this.shadowRoot);
  }

  /**
   * Replaces the server's drawing instead of patching it, because language, theme and width are known only in
   * the browser.
   */
  private takeOver(root: ShadowRoot): ShadowRoot {
    root.prepend((this.served = pageDocument.createComment('')));
    this.renderOptions.renderBefore = this.served;
    return root;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    if (!this.served || this.waits) return;
    while (this.served.nextSibling) this.served.nextSibling.remove();
    this.served = undefined;
  }

  /** Attributes as React writes its properties on a server (`headingLevel="2"`): it never sets them afterwards. */
  private readCamelCase(): void {
    (this.constructor as typeof LitElement).elementProperties.forEach(({ attribute }, name) => {
      const value = this.getAttribute(name as string);
      if (typeof attribute === 'string' && value !== null)
        this.attributeChangedCallback(attribute, null, value);
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated) this.readCamelCase();
    if (changed.has('theme') && this.isConnected) this.pageContext.look();
  }
}

/** True for a page without a doctype, where `height: 100%` is the height of the window. */
const inQuirks = (): boolean => !isServer && pageDocument.compatMode === 'BackCompat';

/**
 * Registers an element under its tag. The first one wins: the script twice, two versions or a name
 * already taken end in one note on the console, never in an exception.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  try {
    // Where Trusted Types refuse our policy this throws, and the element stays what the page wrote.
    if (!isServer) render(html`<i></i>`, pageDocument.createDocumentFragment());
    if (!customElements.get(tag)) customElements.define(tag, element);
    else if (customElements.get(tag) !== element) {
      inform(`<${tag}> is already defined on this page.`);
    }
  } catch (error) {
    inform(`<${tag}> could not be defined: ${String(error)}`);
  }
}
