<?php
// The stories of your shop on your own site, on any host with PHP 8 and curl.
//  1. A manager or webmaster makes a feed key in Etalage; take its address that ends in .json.
//  2. Cron, every quarter of an hour: ETALAGE_FEED=https://…/feeds/….json php etalage.php
//  3. In a page: require 'etalage.php'; echo etalage_story('8712345678906', 'koffie');
declare(strict_types=1);
const ETALAGE_FILE = __DIR__ . '/etalage-stories.json';

/** One page of the feed: body, status and headers. */
function etalage_get(string $url, string $tag): array
{
    $headers = [];
    $curl = curl_init($url);
    curl_setopt_array($curl, [
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 20,
        CURLOPT_HTTPHEADER => $tag === '' ? [] : ["If-None-Match: $tag"],
        CURLOPT_HEADERFUNCTION => function ($curl, string $line) use (&$headers): int {
            [$name, $value] = array_pad(explode(':', $line, 2), 2, '');
            $headers[strtolower($name)] = trim($value);
            return strlen($line);
        },
    ]);
    return [curl_exec($curl), curl_getinfo($curl, CURLINFO_RESPONSE_CODE), $headers];
}

/** Fetches all stories when anything changed. What was there stays until all of it is in. */
function etalage_follow(string $feed): string
{
    $tag = is_file(ETALAGE_FILE) ? json_decode(file_get_contents(ETALAGE_FILE), true)['tag'] : '';
    for ($query = '?limit=100', $stories = []; $query !== null; $query = $next[1] ?? null, $tag = '') {
        [$body, $status, $headers] = etalage_get($feed . $query, $tag);
        if ($status !== 200) {
            return $status === 304 ? 'Nothing changed.' : "Etalage answered $status; the stories stay as they were.";
        }
        $newest ??= $headers['etag'];
        array_push($stories, ...json_decode($body, true, 512, JSON_THROW_ON_ERROR)['items']);
        preg_match('/<(\?[^>]+)>; rel="next"/', $headers['link'] ?? '', $next);
    }
    file_put_contents(ETALAGE_FILE . '.new', json_encode(['tag' => $newest, 'stories' => $stories]));
    rename(ETALAGE_FILE . '.new', ETALAGE_FILE);
    return count($stories) . ' stories.';
}

/** The newest story of a product (by GTIN, SKU or article number) or else of a theme, as HTML; '' when there is none. */
function etalage_story(string $product, string $theme = ''): string
{
    $stories = is_file(ETALAGE_FILE) ? json_decode(file_get_contents(ETALAGE_FILE), true)['stories'] : [];
    $bare = fn($number): string => strtolower(ltrim((string) $number, '0'));
    $keys = fn(array $story): array => array_map($bare, array_merge([], ...array_map('array_values', $story['_etalage']['products'])));
    $of = fn(array $story): bool => $product !== '' && in_array($bare($product), $keys($story), true);
    $about = fn(array $story): bool => in_array(strtolower($theme), array_map('strtolower', $story['tags']), true);
    $story = current(array_filter($stories, $of)) ?: current(array_filter($stories, $about));
    $text = fn($plain): string => htmlspecialchars((string) $plain, ENT_QUOTES);
    $picture = fn(array $of): string => sprintf('<img src="%s" alt="%s">', $text($of['url']), $text($of['title'] ?? ''));
    return !$story ? '' : '<section class="etalage"><h2>' . $text($story['title']) . '</h2>'
        . implode(array_map($picture, array_slice($story['attachments'], 0, 1))) . $story['content_html'] . '</section>';
}
if (PHP_SAPI === 'cli' && realpath($_SERVER['argv'][0]) === __FILE__) echo etalage_follow((string) getenv('ETALAGE_FEED')), PHP_EOL;
