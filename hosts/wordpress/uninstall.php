<?php
/**
 * Deletes what the plugin stored: one option a site, on every site of a network. Posts stay as they
 * are: they hold the authors' own sentences.
 *
 * @package TcnsWidgets
 */

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
	exit;
}

if ( is_multisite() ) {
	$tcns_widgets_sites = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $tcns_widgets_sites as $tcns_widgets_site ) {
		switch_to_blog( $tcns_widgets_site );
		delete_option( 'tcns_widgets' );
		restore_current_blog();
	}
} else {
	delete_option( 'tcns_widgets' );
}
