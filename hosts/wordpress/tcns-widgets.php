<?php
/**
 * Plugin Name:       TCNS Widgets
 * Description:       Blocks with live figures of Viet Nam's community digital technology teams (Tổ công nghệ số cộng đồng): cards, maps, rankings, charts, campaigns and lists of teams.
 * Version:           {{version}}
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       tcns-widgets
 * Domain Path:       /languages
 *
 * @package TcnsWidgets
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

define( 'TCNS_WIDGETS_VERSION', '{{version}}' );
define( 'TCNS_WIDGETS_DIR', plugin_dir_path( __FILE__ ) );
define( 'TCNS_WIDGETS_FILE', __FILE__ );

require TCNS_WIDGETS_DIR . 'includes/settings.php';
require TCNS_WIDGETS_DIR . 'includes/assets.php';
require TCNS_WIDGETS_DIR . 'includes/render.php';
require TCNS_WIDGETS_DIR . 'includes/blocks.php';
require TCNS_WIDGETS_DIR . 'includes/shortcode.php';
require TCNS_WIDGETS_DIR . 'includes/embed.php';
