/** Export and import, and the end of the plugin. */
import assert from 'node:assert/strict';
import * as by from './editor.mjs';
import { contentOf } from './posts.mjs';
import { open } from './reader.mjs';
import { step, watched } from './steps.mjs';

const PLUGIN = 'tcns-widgets/tcns-widgets.php';

export async function ends(browser, site, all, wide) {
  await step('Export and import as an author give the same blocks', () => {
    const before = contentOf(site, all.id);
    const copy = site.php(`
      require_once ABSPATH . 'wp-admin/includes/export.php';
      ob_start(); export_wp( array( 'content' => 'post' ) ); $wxr = ob_get_clean();
      $xml = new SimpleXMLElement( $wxr );
      foreach ( $xml->channel->item as $item ) {
        $wp = $item->children( 'wp', true );
        if ( (int) $wp->post_id !== ${all.id} ) { continue; }
        wp_set_current_user( get_user_by( 'login', 'author' )->ID ); kses_init();
        $id = wp_insert_post( wp_slash( array( 'post_title' => 'Nhập lại', 'post_status' => 'publish', 'post_content' => (string) $item->children( 'content', true )->encoded ) ) );
        echo "\\n<copy>", get_post( $id )->post_content;
      }`);
    assert.equal(copy.slice(copy.indexOf('<copy>') + 6), before);
  });
  await step(
    'With the plugin off readers keep the sentences, and with it on again the figures',
    async () => {
      const before = contentOf(site, wide.id);
      site.php(`deactivate_plugins( '${PLUGIN}' );`);
      const reader = watched(await open(browser, wide.link));
      assert.match(
        await reader.page.locator('body').innerText(),
        /Đà Nẵng có hơn 15\.000 thành viên tổ\./,
      );
      assert.equal(await reader.page.locator('tcns-kpi-card, script[src*="tcns"]').count(), 0);
      await reader.close();
      const writer = watched(await by.logIn(browser, site, 'author'));
      await writer.page.goto(`${site.url}/wp-admin/post.php?post=${wide.id}&action=edit`);
      const title = (await by.canvasOf(writer)).locator('.editor-post-title__input');
      await title.focus();
      await writer.page.keyboard.press('End');
      await writer.page.keyboard.type(' 2');
      await by.save(writer);
      assert.equal(contentOf(site, wide.id), before);
      site.php(`activate_plugin( '${PLUGIN}' );`);
      await writer.page.reload();
      await by.figureIn(await by.canvasOf(writer), 'tcns-kpi-card');
      assert.deepEqual(await by.invalidBlocks(writer), []);
      await writer.close();
    },
  );
  await step('Uninstalling leaves no option', () => {
    const left = site.php(`
      deactivate_plugins( '${PLUGIN}' );
      uninstall_plugin( '${PLUGIN}' );
      echo "\\n", $GLOBALS['wpdb']->get_var( "SELECT COUNT(*) FROM {$GLOBALS['wpdb']->options} WHERE option_name LIKE '%tcns%'" );`);
    assert.equal(left.trim().split('\n').pop(), '0');
  });
  await step('Uninstalling leaves no option on any site of a network', () => {
    site.becomeNetwork();
    const left = site.php(`
      $sites = array( 1 );
      foreach ( array( 'hai', 'ba' ) as $name ) {
        $sites[] = wpmu_create_blog( DOMAIN_CURRENT_SITE, "/$name/", $name, 1 );
      }
      foreach ( $sites as $id ) { switch_to_blog( $id ); update_option( 'tcns_widgets', array( 'api' => '/tcns/v1' ) ); restore_current_blog(); }
      activate_plugin( '${PLUGIN}', '', true );
      deactivate_plugins( '${PLUGIN}', true, true );
      uninstall_plugin( '${PLUGIN}' );
      foreach ( $sites as $id ) { switch_to_blog( $id ); $found[] = get_option( 'tcns_widgets', 'none' ); restore_current_blog(); }
      echo "\n", wp_json_encode( $found ), count( $sites );`);
    assert.equal(left.trim().split('\n').pop(), '["none","none","none"]3');
  });
  await step('PHP complained about nothing of the plugin', () =>
    assert.deepEqual(site.complaints(), []),
  );
}
