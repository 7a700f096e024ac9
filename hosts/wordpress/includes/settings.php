<?php
/**
 * The settings of the site: address of the API, language, theme. They are the site's and never a
 * post's, because an author must not choose whose figures stand under the site's name.
 *
 * @package TcnsWidgets
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The settings in force.
 *
 * @return array{api: string, lang: string, theme: string} Empty strings mean "not set": language and
 *               theme then follow the page.
 */
function tcns_widgets_settings() {
	$stored = get_option( 'tcns_widgets', array() );
	$stored = is_array( $stored ) ? $stored : array();
	$values = array();
	foreach ( array( 'api', 'lang', 'theme' ) as $name ) {
		$values[ $name ] = isset( $stored[ $name ] ) && is_string( $stored[ $name ] ) ? $stored[ $name ] : '';
	}
	/**
	 * Filters the settings, for sites that keep them in code.
	 *
	 * @param array $values `api`, `lang` (`vi`, `en` or ''), `theme` (`light`, `dark` or '').
	 */
	$values = (array) apply_filters( 'tcns_widgets_settings', $values );

	// An address that begins with a slash belongs to this host.
	$api = isset( $values['api'] ) ? (string) $values['api'] : '';
	if ( 0 === strpos( $api, '/' ) && 0 !== strpos( $api, '//' ) ) {
		$parts = wp_parse_url( home_url() );
		$port  = isset( $parts['port'] ) ? ':' . $parts['port'] : '';
		$api   = $parts['scheme'] . '://' . $parts['host'] . $port . $api;
	}
	return array(
		'api'   => esc_url_raw( $api, array( 'http', 'https' ) ),
		'lang'  => in_array( $values['lang'] ?? '', array( 'vi', 'en' ), true ) ? $values['lang'] : '',
		'theme' => in_array( $values['theme'] ?? '', array( 'light', 'dark' ), true ) ? $values['theme'] : '',
	);
}

add_action(
	'admin_menu',
	function () {
		add_options_page(
			__( 'Figures of digital technology teams', 'tcns-widgets' ),
			__( 'Team figures', 'tcns-widgets' ),
			'manage_options',
			'tcns-widgets',
			'tcns_widgets_settings_page'
		);
	}
);

add_action(
	'admin_init',
	function () {
		register_setting(
			'tcns_widgets',
			'tcns_widgets',
			array(
				'type'              => 'object',
				'sanitize_callback' => 'tcns_widgets_sanitize_settings',
				'show_in_rest'      => false,
				'default'           => array(),
			)
		);
	}
);

/**
 * Reads what was typed. A wrong address is refused with a sentence, and the one in force stays.
 *
 * @param mixed $typed The form's fields.
 * @return array The settings to store.
 */
function tcns_widgets_sanitize_settings( $typed ) {
	$typed = is_array( $typed ) ? $typed : array();
	$now   = get_option( 'tcns_widgets', array() );
	$api   = isset( $typed['api'] ) && is_string( $typed['api'] ) ? trim( $typed['api'] ) : '';
	$right = '' === $api || preg_match( '#^(https?://[^\s/]+|/(?!/))\S*$#i', $api );
	if ( ! $right || ( '' !== $api && '' === esc_url_raw( $api, array( 'http', 'https' ) ) ) ) {
		add_settings_error(
			'tcns_widgets',
			'tcns_widgets_api',
			/* translators: %s: the address as it was typed. */
			sprintf( __( '“%s” is no address of an API: it begins with https:// or with a slash. The former address stays.', 'tcns-widgets' ), $api )
		);
		$api = is_array( $now ) && isset( $now['api'] ) ? $now['api'] : '';
	}
	$lang  = isset( $typed['lang'] ) ? (string) $typed['lang'] : '';
	$theme = isset( $typed['theme'] ) ? (string) $typed['theme'] : '';
	return array(
		'api'   => esc_url_raw( $api, array( 'http', 'https' ) ),
		'lang'  => in_array( $lang, array( 'vi', 'en' ), true ) ? $lang : '',
		'theme' => in_array( $theme, array( 'light', 'dark' ), true ) ? $theme : '',
	);
}

/**
 * Prints the options of a `<select>`.
 *
 * @param array  $choices Value to words.
 * @param string $chosen  The value in force.
 */
function tcns_widgets_options( array $choices, $chosen ) {
	foreach ( $choices as $value => $words ) {
		printf(
			'<option value="%1$s"%2$s>%3$s</option>',
			esc_attr( $value ),
			selected( $chosen, $value, false ),
			esc_html( $words )
		);
	}
}

/** Prints the settings page. */
function tcns_widgets_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$stored = get_option( 'tcns_widgets', array() );
	$stored = wp_parse_args(
		is_array( $stored ) ? $stored : array(),
		array(
			'api'   => '',
			'lang'  => '',
			'theme' => '',
		)
	);
	?>
	<div class="wrap">
		<h1><?php echo esc_html( get_admin_page_title() ); ?></h1>
		<form action="options.php" method="post">
			<?php settings_fields( 'tcns_widgets' ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="tcns-widgets-api"><?php esc_html_e( 'Address of the API', 'tcns-widgets' ); ?></label></th>
					<td>
						<input class="regular-text code" id="tcns-widgets-api" name="tcns_widgets[api]" type="text" inputmode="url" value="<?php echo esc_attr( $stored['api'] ); ?>" aria-describedby="tcns-widgets-api-help"<?php echo '' === $stored['api'] ? ' autofocus' : ''; ?>>
						<p class="description" id="tcns-widgets-api-help"><?php esc_html_e( 'The folder of the figures, such as https://example.gov.vn/tcns/v1. Readers’ browsers ask this address; every block of the site takes its figures from there.', 'tcns-widgets' ); ?></p>
					</td>
				</tr>
				<tr>
					<th scope="row"><label for="tcns-widgets-lang"><?php esc_html_e( 'Language', 'tcns-widgets' ); ?></label></th>
					<td><select id="tcns-widgets-lang" name="tcns_widgets[lang]">
						<?php
						tcns_widgets_options(
							array(
								''   => __( 'That of the page', 'tcns-widgets' ),
								'vi' => __( 'Vietnamese', 'tcns-widgets' ),
								'en' => __( 'English', 'tcns-widgets' ),
							),
							$stored['lang']
						);
						?>
					</select></td>
				</tr>
				<tr>
					<th scope="row"><label for="tcns-widgets-theme"><?php esc_html_e( 'Colours', 'tcns-widgets' ); ?></label></th>
					<td><select id="tcns-widgets-theme" name="tcns_widgets[theme]">
						<?php
						tcns_widgets_options(
							array(
								''      => __( 'Those of the page', 'tcns-widgets' ),
								'light' => __( 'Light', 'tcns-widgets' ),
								'dark'  => __( 'Dark', 'tcns-widgets' ),
							),
							$stored['theme']
						);
						?>
					</select></td>
				</tr>
			</table>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}

add_filter(
	'plugin_action_links_' . plugin_basename( TCNS_WIDGETS_FILE ),
	function ( $links ) {
		if ( current_user_can( 'manage_options' ) ) {
			array_unshift(
				$links,
				sprintf(
					'<a href="%s">%s</a>',
					esc_url( admin_url( 'options-general.php?page=tcns-widgets' ) ),
					esc_html__( 'Settings', 'tcns-widgets' )
				)
			);
		}
		return $links;
	}
);

add_action(
	'admin_notices',
	function () {
		$screen = get_current_screen();
		$here   = $screen && in_array( $screen->id, array( 'plugins', 'dashboard' ), true );
		if ( ! $here || ! current_user_can( 'manage_options' ) || '' !== tcns_widgets_settings()['api'] ) {
			return;
		}
		printf(
			'<div class="notice notice-info"><p>%1$s <a href="%2$s">%3$s</a></p></div>',
			esc_html__( 'TCNS Widgets needs the address of the API once.', 'tcns-widgets' ),
			esc_url( admin_url( 'options-general.php?page=tcns-widgets' ) ),
			esc_html__( 'Enter it', 'tcns-widgets' )
		);
	}
);
