package io.andon.kit.topics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Creates the service's missing topics. Called before the first send or poll, by whatever thread is about to. */
@ApplicationScoped
public class TopicProvisioner {

    private static final Logger LOG = Logger.getLogger(TopicProvisioner.class);
    private static final int TIMEOUT_MS = 10_000;

    private final OwnedTopics owned;
    private final TopicsConfig config;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    TopicProvisioner(OwnedTopics owned, TopicsConfig config) {
        this.owned = owned;
        this.config = config;
    }

    /** @throws KafkaException if the broker cannot be reached or refuses; to be called again later */
    public void provision() throws InterruptedException {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS / 2);
        try (Admin admin = Admin.create(settings)) {
            Set<String> present = admin.listTopics().names().get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
            List<TopicSpec> missing = owned.topics().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            for (TopicSpec topic : missing) {
                create(admin, topic);
            }
        } catch (ExecutionException failed) {
            throw new KafkaException("cannot create topics", failed.getCause());
        } catch (TimeoutException late) {
            throw new KafkaException("the broker at " + bootstrapServers + " does not answer", late);
        }
    }

    private void create(Admin admin, TopicSpec topic) throws ExecutionException, InterruptedException {
        NewTopic wanted = new NewTopic(topic.name(), config.partitions(), config.replicationFactor());
        try {
            admin.createTopics(List.of(wanted.configs(topic.settings()))).all().get();
            LOG.infof("topic %s created with %d partitions", topic.name(), config.partitions());
        } catch (ExecutionException failed) {
            // Another replica was faster.
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }
}
