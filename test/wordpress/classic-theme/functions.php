<?php
/**
 * What the theme supports.
 *
 * @package TcnsWidgetsTest
 */

add_action(
	'after_setup_theme',
	function () {
		add_theme_support( 'title-tag' );
		add_theme_support( 'align-wide' );
		add_theme_support( 'editor-styles' );
	}
);
