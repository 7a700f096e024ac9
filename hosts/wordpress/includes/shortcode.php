<?php
/**
 * `[tcns_widget name="kpi-card" area="48@2008" indicator="teams"]The author's sentence[/tcns_widget]`
 * for the classic editor.
 *
 * @package TcnsWidgets
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

add_shortcode( 'tcns_widget', 'tcns_widgets_shortcode' );

/**
 * The attributes of a shortcode as they were meant: Word and many keyboards write “ ” for ".
 *
 * @param string $text What stands between the shortcode's name and its bracket.
 * @return array Name to value.
 */
function tcns_widgets_parse_attributes( $text ) {
	$text = html_entity_decode( $text, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	// Double quotes of all schools, primes and no-break spaces.
	$text = preg_replace( '/[\x{201C}\x{201D}\x{201E}\x{201F}\x{2033}\x{2036}\x{00AB}\x{00BB}\x{FF02}]/u', '"', $text );
	$text = preg_replace( '/[\x{2018}\x{2019}\x{201A}\x{201B}\x{2032}\x{2035}]/u', "'", (string) $text );
	$text = preg_replace( '/[\x{00A0}\x{202F}\x{200B}\x{FEFF}]+/u', ' ', (string) $text );
	$read = shortcode_parse_atts( wp_strip_all_tags( (string) $text ) );
	return is_array( $read ) ? $read : array();
}

// The raw text of the attributes is to be had here only: once parsed, “teams members” is in pieces.
add_filter(
	'pre_do_shortcode_tag',
	function ( $output, $tag, $attributes, $match ) {
		if ( 'tcns_widget' !== $tag || false !== $output ) {
			return $output;
		}
		return tcns_widgets_shortcode( tcns_widgets_parse_attributes( $match[3] ), $match[5] ?? '' );
	},
	10,
	4
);

/**
 * Renders the shortcode.
 *
 * @param array|string $written The attributes.
 * @param string|null  $content The author's sentence.
 * @return string HTML; for an unknown name the sentence, and to those who may edit a note.
 */
function tcns_widgets_shortcode( $written, $content = '' ) {
	$written  = is_array( $written ) ? $written : array();
	$widget   = strtolower( trim( (string) ( $written['name'] ?? ( $written[0] ?? 'kpi-card' ) ) ) );
	$widget   = preg_replace( '/^tcns-/', '', $widget );
	$sentence = tcns_widgets_text( (string) $content );
	$list     = tcns_widgets_list();
	if ( ! isset( $list[ $widget ] ) ) {
		$note = current_user_can( 'edit_posts' )
			/* translators: 1: a name as it was written, 2: the names that exist. */
			? ' ' . sprintf( __( '[tcns_widget: there is no “%1$s”; the names are %2$s]', 'tcns-widgets' ), $widget, implode( ', ', array_keys( $list ) ) )
			: '';
		return esc_html( $sentence . $note );
	}
	if ( tcns_widgets_is_plain() ) {
		return esc_html( $sentence );
	}
	tcns_widgets_enqueue();
	return tcns_widgets_element( $widget, tcns_widgets_attributes( $widget, $written ), $sentence );
}
