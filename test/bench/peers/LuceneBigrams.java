import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.spans.SpanNearQuery;
import org.apache.lucene.search.spans.SpanQuery;
import org.apache.lucene.search.spans.SpanTermQuery;
import org.apache.lucene.search.spans.SpanWeight;
import org.apache.lucene.search.spans.Spans;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Lucene over character pairs, for the benchmark: every pair of neighbouring UTF-16 units of a document is a term, a
 * phrase is a row of pairs, found as spans. Counts all occurrences and keeps the first 1,000 places.
 *
 * build INDEX FOLDER…                      a Lucene document for every file
 * search INDEX PHRASES ADDITIONS BUDGET    PHRASES: a line «group TAB phrase» each; ADDITIONS: a folder of documents;
 *                                          BUDGET: milliseconds for each group
 * Figures go to standard output as JSON.
 */
public final class LuceneBigrams {
    private static final String FIELD = "text";
    private static final int MAX_PLACES = 1000;
    private static final int ROUNDS = 5;
    private static final int OPENINGS = 5;
    /** The just-in-time compiler is given at least this long with the phrases of a group before they are timed. */
    private static final long WARM_UP_MS = 2000;
    private static final double BUFFER_MEGABYTES = 64;

    public static void main(String[] words) throws Exception {
        Path index = Path.of(words[1]);
        if (words[0].equals("build")) build(index, Arrays.asList(words).subList(2, words.length));
        else search(index, Path.of(words[2]), Path.of(words[3]), Long.parseLong(words[4]));
    }

    private static void build(Path index, List<String> folders) throws Exception {
        long started = System.nanoTime();
        try (IndexWriter writer = openWriter(index)) {
            for (String folder : folders) {
                for (Path file : filesOf(Path.of(folder))) writer.addDocument(document(Files.readString(file)));
            }
            writer.commit();
        }
        double wallMs = millisecondsSince(started);
        double cpuMs = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
        // Lucene is asked at its best, all in one segment; the merge is left out of its building time.
        try (IndexWriter writer = openWriter(index)) {
            writer.forceMerge(1);
        }
        long bytes = 0;
        for (Path file : filesOf(index)) bytes += Files.size(file);
        System.out.printf(Locale.ROOT, "{\"wallMs\":%f,\"cpuMs\":%f,\"peakRssBytes\":%d,\"diskBytes\":%d}%n", wallMs, cpuMs, memory("VmHWM"), bytes);
    }

    private static void search(Path index, Path phraseFile, Path additions, long budgetMs) throws Exception {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String line : Files.readAllLines(phraseFile)) {
            int tab = line.indexOf('\t');
            groups.computeIfAbsent(line.substring(0, tab), name -> new ArrayList<>()).add(line.substring(tab + 1));
        }
        long emptyRss = memory("VmRSS");
        List<String> warm = new ArrayList<>();
        try (FSDirectory directory = FSDirectory.open(index); DirectoryReader reader = DirectoryReader.open(directory)) {
            Searcher searcher = new Searcher(reader);
            for (Map.Entry<String, List<String>> group : groups.entrySet()) {
                long warmUntil = System.nanoTime() + WARM_UP_MS * 1_000_000;
                do oneRound(searcher, group.getValue()); while (System.nanoTime() < warmUntil);
                warm.add(rounds(searcher, group.getKey(), group.getValue(), ROUNDS, budgetMs));
            }
        }
        long rss = memory("VmRSS");
        List<String> firstTouch = new ArrayList<>();
        for (Map.Entry<String, List<String>> group : groups.entrySet()) {
            dropPageCache(index);
            try (FSDirectory directory = FSDirectory.open(index); DirectoryReader reader = DirectoryReader.open(directory)) {
                firstTouch.add(rounds(new Searcher(reader), group.getKey(), group.getValue(), 1, budgetMs));
            }
        }
        double[] openings = new double[OPENINGS];
        for (int i = 0; i < OPENINGS; i++) {
            long started = System.nanoTime();
            try (FSDirectory directory = FSDirectory.open(index); DirectoryReader reader = DirectoryReader.open(directory)) {
                openings[i] = millisecondsSince(started);
            }
        }
        Arrays.sort(openings);
        System.out.printf(
            Locale.ROOT, "{\"openMs\":%f,\"warm\":[%s],\"firstTouch\":[%s],\"rssBytes\":%d,\"growthBytes\":%d,\"addMs\":[%s]}%n",
            openings[OPENINGS / 2], String.join(",", warm), String.join(",", firstTouch), rss, rss - emptyRss, add(index, additions));
    }

    /** Adds each file as a document, until a reader sees it. */
    private static String add(Path index, Path additions) throws Exception {
        List<Double> times = new ArrayList<>();
        try (IndexWriter writer = openWriter(index)) {
            DirectoryReader reader = DirectoryReader.open(writer.getDirectory());
            for (Path file : filesOf(additions)) {
                String text = Files.readString(file);
                long started = System.nanoTime();
                writer.addDocument(document(text));
                writer.commit();
                DirectoryReader next = DirectoryReader.openIfChanged(reader);
                times.add(millisecondsSince(started));
                reader.close();
                reader = next;
            }
            reader.close();
        }
        return times.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String rounds(Searcher searcher, String name, List<String> phrases, int rounds, long budgetMs) throws IOException {
        int[] counts = new int[phrases.size()];
        DoubleStream.Builder times = DoubleStream.builder();
        long end = System.nanoTime() + budgetMs * 1_000_000;
        for (int round = 0; round < rounds && (round == 0 || System.nanoTime() < end); round++) {
            for (int i = 0; i < counts.length; i++) {
                long started = System.nanoTime();
                counts[i] = searcher.lookup(phrases.get(i));
                times.add(millisecondsSince(started));
            }
        }
        String timesText = times.build().mapToObj(String::valueOf).collect(Collectors.joining(","));
        return String.format("{\"name\":\"%s\",\"counts\":%s,\"times\":[%s]}", name, Arrays.toString(counts), timesText);
    }

    private static void oneRound(Searcher searcher, List<String> phrases) throws IOException {
        for (String phrase : phrases) searcher.lookup(phrase);
    }

    private static final class Searcher {
        private final IndexSearcher searcher;
        private final int[] documents = new int[MAX_PLACES];
        private final int[] positions = new int[MAX_PLACES];

        Searcher(DirectoryReader reader) {
            searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
        }

        int lookup(String phrase) throws IOException {
            SpanQuery query = (SpanQuery) searcher.rewrite(queryOf(phrase));
            SpanWeight weight = (SpanWeight) searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
            int count = 0;
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Spans spans = weight.getSpans(leaf, SpanWeight.Postings.POSITIONS);
                if (spans == null) continue;
                for (int document = spans.nextDoc(); document != Spans.NO_MORE_DOCS; document = spans.nextDoc()) {
                    for (int at = spans.nextStartPosition(); at != Spans.NO_MORE_POSITIONS; at = spans.nextStartPosition()) {
                        if (count < MAX_PLACES) {
                            documents[count] = leaf.docBase + document;
                            positions[count] = at;
                        }
                        count++;
                    }
                }
            }
            return count;
        }

        /** The phrase is covered by every other pair and its last one, so only these are looked at: ABCDE is AB, CD, DE. */
        private static SpanQuery queryOf(String phrase) {
            int last = phrase.length() - 2;
            if (last == 0) return new SpanTermQuery(new Term(FIELD, term(phrase, 0)));
            SpanNearQuery.Builder pairs = SpanNearQuery.newOrderedNearQuery(FIELD);
            for (int at = 0; at <= last; at += 2) {
                if (at > 0) pairs.addGap(1);
                pairs.addClause(new SpanTermQuery(new Term(FIELD, term(phrase, at))));
            }
            if (last % 2 == 1) pairs.addClause(new SpanTermQuery(new Term(FIELD, term(phrase, last))));
            return pairs.build();
        }
    }

    /** Two UTF-16 units as four bytes: half of a surrogate pair has no UTF-8. */
    private static BytesRef term(String text, int at) {
        char first = text.charAt(at);
        char second = text.charAt(at + 1);
        return new BytesRef(new byte[] {(byte) (first >>> 8), (byte) first, (byte) (second >>> 8), (byte) second});
    }

    private static final class Pairs extends TokenStream {
        private final BytesTermAttribute attribute = addAttribute(BytesTermAttribute.class);
        private final String text;
        private int at;

        Pairs(String text) {
            this.text = text;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (at + 1 >= text.length()) return false;
            attribute.setBytesRef(term(text, at++));
            return true;
        }

        @Override
        public void reset() {
            at = 0;
        }
    }

    private static final FieldType POSITIONS = new FieldType();

    static {
        POSITIONS.setTokenized(true);
        POSITIONS.setOmitNorms(true);
        POSITIONS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        POSITIONS.freeze();
    }

    private static Document document(String text) {
        Document document = new Document();
        document.add(new Field(FIELD, new Pairs(text), POSITIONS));
        return document;
    }

    private static IndexWriter openWriter(Path index) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer());
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        return new IndexWriter(FSDirectory.open(index), config);
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().collect(Collectors.toList());
        }
    }

    private static void dropPageCache(Path folder) throws Exception {
        for (Path file : filesOf(folder)) {
            new ProcessBuilder("dd", "of=" + file, "oflag=nocache", "conv=notrunc,fdatasync", "count=0")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        }
    }

    private static long memory(String line) throws IOException {
        for (String each : Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.UTF_8)) {
            if (each.startsWith(line)) return Long.parseLong(each.replaceAll("\\D", "")) * 1024;
        }
        return 0;
    }

    private static double millisecondsSince(long started) {
        return (System.nanoTime() - started) / 1e6;
    }
}
