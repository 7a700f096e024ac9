<?php
/**
 * Answers `oembed.php?url=…` (oembed.com) for every view of `embed.html`, as hosting/oembed.mjs does. Put it
 * anywhere on the server of `embed.html`, and write that folder's address into TCNS_BASE. Needs PHP 7.2 or later
 * and nothing else; no figure is read, and nothing is stored.
 */

// The folder of embed.html, with its slash.
define( 'TCNS_BASE', getenv( 'TCNS_BASE' ) ?: 'https://your.host/tcns/' );

// Made by tools/generate/make-oembed.ts from src/api/oembed.ts: change it there.
// px: the width at which a frame is best, and its height from a width on.
$tcns_frames  = array(
	'campaign-tracker' => array( 720, array( 0 => 2140, 500 => 1840, 600 => 1570, 960 => 980 ) ),
	'coverage-map'     => array( 720, array( 0 => 1170, 500 => 1160, 600 => 1280, 720 => 860 ) ),
	'dashboard'        => array( 960, array( 0 => 2760, 720 => 2430 ) ),
	'kpi-card'         => array( 360, array( 0 => 290, 320 => 262, 500 => 241 ) ),
	'ranking'          => array( 600, array( 0 => 630, 420 => 520 ) ),
	'service-guide'    => array( 720, array( 0 => 1790, 500 => 1470, 600 => 1100 ) ),
	'stat'             => array( 360, array( 0 => 60 ) ),
	'team-roster'      => array( 720, array( 0 => 1320, 500 => 1060 ) ),
	'trend'            => array( 720, array( 0 => 560, 420 => 510 ) ),
);
// px: in less width or height than this a link is the answer.
$tcns_least   = array( 160, 56 );
$tcns_sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads';
$tcns_titles  = array(
	'campaign-tracker' => array( 'Chiến dịch', 'Campaign' ),
	'coverage-map'     => array( 'Bản đồ', 'Map' ),
	'dashboard'        => array( 'Bảng tổng hợp', 'Dashboard' ),
	'kpi-card'         => array( 'Thẻ số liệu', 'Figure' ),
	'ranking'          => array( 'Xếp hạng', 'Ranking' ),
	'service-guide'    => array( 'Việc tổ giúp người dân', 'What the teams help with' ),
	'stat'             => array( 'Số liệu trong câu', 'Figure in a sentence' ),
	'team-roster'      => array( 'Danh sách tổ', 'List of teams' ),
	'trend'            => array( 'Diễn biến theo thời gian', 'Figures over time' ),
);
// end of what is made

/** A parameter of the request, where it is one text. */
function tcns_parameter( $name ) {
	return isset( $_GET[ $name ] ) && is_string( $_GET[ $name ] ) ? $_GET[ $name ] : '';
}

/** px: a limit as the consumer sends it; what is no whole number above 0 is none. */
function tcns_limit( $name ) {
	$most = tcns_parameter( $name );
	return preg_match( '/^\d{1,6}$/D', $most ) && (int) $most > 0 ? (int) $most : PHP_INT_MAX;
}

function tcns_written( $text ) {
	return str_replace( array( '&', '"', '<', '>' ), array( '&amp;', '&quot;', '&lt;', '&gt;' ), $text );
}

function tcns_refuse( $status, $reason ) {
	http_response_code( $status );
	header( 'Content-Type: text/plain; charset=utf-8' );
	header( 'Cache-Control: no-store' );
	echo $status . ' ' . $reason . "\n";
	exit;
}

header( 'Access-Control-Allow-Origin: *' );
header( 'X-Content-Type-Options: nosniff' );

if ( ! in_array( tcns_parameter( 'format' ), array( '', 'json' ), true ) ) {
	tcns_refuse( 501, 'Not Implemented: JSON only' );
}

// The address without its hash; characters that no address holds end it.
$tcns_url  = preg_replace( '/#.*$/s', '', tcns_parameter( 'url' ) );
$tcns_rest = 0 === strpos( $tcns_url, TCNS_BASE ) ? substr( $tcns_url, strlen( TCNS_BASE ) ) : '';
if ( ! preg_match( '/^(\d+(\.\d+)*\/)?embed\.html\?([^\s"<>\\\\^`{|}]+)$/D', $tcns_rest, $tcns_found ) ) {
	tcns_refuse( 404, 'Not Found: this is no address of a widget' );
}
parse_str( $tcns_found[3], $tcns_query );
$tcns_widget = isset( $tcns_query['widget'] ) && is_string( $tcns_query['widget'] ) ? strtolower( trim( $tcns_query['widget'] ) ) : '';
if ( ! isset( $tcns_frames[ $tcns_widget ] ) ) {
	tcns_refuse( 404, 'Not Found: this is no address of a widget' );
}

$tcns_lang    = isset( $tcns_query['lang'] ) && is_string( $tcns_query['lang'] ) ? $tcns_query['lang'] : '';
$tcns_english = 1 === preg_match( '/^en\b/i', $tcns_lang );
$tcns_title   = $tcns_titles[ $tcns_widget ][ $tcns_english ? 1 : 0 ] .
	( $tcns_english ? ': figures of community digital technology teams' : ': số liệu tổ công nghệ số cộng đồng' );
$tcns_answer  = array(
	'version'       => '1.0',
	'title'         => $tcns_title,
	'provider_name' => 'tcns-widgets',
	'provider_url'  => TCNS_BASE,
	'cache_age'     => 86400,
);
$tcns_most    = array( tcns_limit( 'maxwidth' ), tcns_limit( 'maxheight' ) );

// In less room than this not even the shortest form of a widget can be read: the answer is a link.
if ( $tcns_most[0] < $tcns_least[0] || $tcns_most[1] < $tcns_least[1] ) {
	$tcns_answer['type'] = 'link';
} else {
	list( $tcns_best, $tcns_heights ) = $tcns_frames[ $tcns_widget ];

	$tcns_width  = min( $tcns_best, $tcns_most[0] );
	$tcns_height = 0;
	foreach ( $tcns_heights as $tcns_from => $tcns_value ) {
		if ( $tcns_from <= $tcns_width ) {
			$tcns_height = $tcns_value;
		}
	}
	$tcns_height = min( $tcns_height, $tcns_most[1] );
	// The page draws the longest form that fits whole into its frame.
	$tcns_source = isset( $tcns_query['fit'] ) ? $tcns_url : $tcns_url . '&fit=1';

	$tcns_answer['type']   = 'rich';
	$tcns_answer['width']  = $tcns_width;
	$tcns_answer['height'] = $tcns_height;
	$tcns_answer['html']   = sprintf(
		'<blockquote><a href="%1$s" data-no-embed>%2$s</a></blockquote>' . "\n" .
		'<iframe src="%3$s" width="%4$d" height="%5$d" title="%2$s" loading="lazy" frameborder="0" sandbox="%6$s" style="border:0;max-width:100%%"></iframe>',
		tcns_written( $tcns_url ),
		tcns_written( $tcns_title ),
		tcns_written( $tcns_source ),
		$tcns_width,
		$tcns_height,
		$tcns_sandbox
	);
}
header( 'Content-Type: application/json; charset=utf-8' );
header( 'Cache-Control: public, max-age=3600' );
echo json_encode( $tcns_answer, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
