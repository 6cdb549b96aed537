namespace Slipway.Server.Security.Rbac;

/// <summary>
/// The roles and bindings with which every server begins, as lines: <c>role NAME [label]</c> or <c>role NAMESPACE/NAME</c>,
/// below it its rules as <c>verbs | groups | resources | names</c> or <c>verbs @ pages</c>, where a group is written
/// <c>core</c> for the core group; <c>gathers LABEL</c> for a role that takes up others; <c>bind NAME to SUBJECTS</c>, with
/// <c>u=</c>, <c>g=</c> and <c>s=</c> for users, groups and service accounts. The names and permissions are those that
/// clients of Kubernetes expect.
/// </summary>
internal static class DefaultRoleText
{
    /// <summary>The lines.</summary>
    public const string Lines = """
        role cluster-admin
          * | * | *
          * @ *
        role system:discovery
          get @ /api /api/* /apis /apis/* /healthz /livez /openapi /openapi/* /readyz /version /version/
        role system:basic-user
          create | authorization.k8s.io | selfsubjectaccessreviews selfsubjectrulesreviews
          create | authentication.k8s.io | selfsubjectreviews
        role system:public-info-viewer
          get @ /healthz /livez /readyz /version /version/
        role system:monitoring
          get @ /healthz /healthz/* /livez /livez/* /metrics /metrics/slis /readyz /readyz/*
        role admin
          gathers aggregate-to-admin
        role edit aggregate-to-admin
          gathers aggregate-to-edit
        role view aggregate-to-edit
          gathers aggregate-to-view
        role system:aggregate-to-admin aggregate-to-admin
          create | authorization.k8s.io | localsubjectaccessreviews
          ALL | rbac.authorization.k8s.io | rolebindings roles
        role system:aggregate-to-edit aggregate-to-edit
          READ | core | pods/attach pods/exec pods/portforward pods/proxy secrets services/proxy
          impersonate | core | serviceaccounts
          WRITE | core | pods pods/attach pods/exec pods/portforward pods/proxy
          create | core | pods/eviction
          WRITE | core | configmaps events persistentvolumeclaims replicationcontrollers replicationcontrollers/scale secrets serviceaccounts services services/proxy
          create | core | serviceaccounts/token
          WRITE | apps | daemonsets deployments deployments/rollback deployments/scale replicasets replicasets/scale statefulsets statefulsets/scale
          WRITE | autoscaling | horizontalpodautoscalers
          WRITE | batch | cronjobs jobs
          WRITE | extensions | daemonsets deployments deployments/rollback deployments/scale ingresses networkpolicies replicasets replicasets/scale replicationcontrollers/scale
          WRITE | policy | poddisruptionbudgets
          WRITE | networking.k8s.io | ingresses networkpolicies
          ALL | coordination.k8s.io | leases
        role system:aggregate-to-view aggregate-to-view
          READ | core | configmaps endpoints persistentvolumeclaims persistentvolumeclaims/status pods replicationcontrollers replicationcontrollers/scale serviceaccounts services services/status
          READ | core | bindings events limitranges namespaces/status pods/log pods/status replicationcontrollers/status resourcequotas resourcequotas/status
          READ | core | namespaces
          READ | discovery.k8s.io | endpointslices
          READ | apps | controllerrevisions daemonsets daemonsets/status deployments deployments/scale deployments/status replicasets replicasets/scale replicasets/status statefulsets statefulsets/scale statefulsets/status
          READ | autoscaling | horizontalpodautoscalers horizontalpodautoscalers/status
          READ | batch | cronjobs cronjobs/status jobs jobs/status
          READ | extensions | daemonsets daemonsets/status deployments deployments/scale deployments/status ingresses ingresses/status networkpolicies replicasets replicasets/scale replicasets/status replicationcontrollers/scale
          READ | policy | poddisruptionbudgets poddisruptionbudgets/status
          READ | networking.k8s.io | ingresses ingresses/status networkpolicies
        role system:node
          create | authentication.k8s.io | tokenreviews
          create | authorization.k8s.io | localsubjectaccessreviews subjectaccessreviews
          READ | core | services
          create get list watch | core | nodes
          patch update | core | nodes/status
          patch update | core | nodes
          create patch update | core events.k8s.io | events
          READ | core | pods
          create delete | core | pods
          patch update | core | pods/status
          create | core | pods/eviction
          READ | core | configmaps secrets
          get | core | persistentvolumeclaims persistentvolumes
          get | core | endpoints
          create get list watch | certificates.k8s.io | certificatesigningrequests
          create delete get patch update | coordination.k8s.io | leases
          get | storage.k8s.io | volumeattachments
          get patch update | core | persistentvolumeclaims/status
          create | core | serviceaccounts/token
          READ | storage.k8s.io | csidrivers
          create delete get patch update | storage.k8s.io | csinodes
          READ | node.k8s.io | runtimeclasses
        role system:node-problem-detector
          get | core | nodes
          patch | core | nodes/status
          create patch update | core events.k8s.io | events
        role system:kubelet-api-admin
          READ | core | nodes
          proxy | core | nodes
          * | core | nodes/log nodes/metrics nodes/proxy nodes/stats
        role system:node-bootstrapper
          create get list watch | certificates.k8s.io | certificatesigningrequests
        role system:auth-delegator
          create | authentication.k8s.io | tokenreviews
          create | authorization.k8s.io | subjectaccessreviews
        role system:kube-aggregator
          READ | core | endpoints services
        role system:kube-controller-manager
          create patch update | core events.k8s.io | events
          create | coordination.k8s.io | leases
          get update | coordination.k8s.io | leases | kube-controller-manager
          create | core | secrets serviceaccounts
          delete | core | secrets
          get | core | configmaps namespaces secrets serviceaccounts
          update | core | secrets serviceaccounts
          create | authentication.k8s.io | tokenreviews
          create | authorization.k8s.io | subjectaccessreviews
          list watch | * | *
          create | core | serviceaccounts/token
        role system:kube-dns
          list watch | core | endpoints services
        role system:persistent-volume-provisioner
          create delete get list watch | core | persistentvolumes
          get list update watch | core | persistentvolumeclaims
          READ | storage.k8s.io | storageclasses
          watch | core | events
          create patch update | core events.k8s.io | events
        role system:certificates.k8s.io:certificatesigningrequests:nodeclient
          create | certificates.k8s.io | certificatesigningrequests/nodeclient
        role system:certificates.k8s.io:certificatesigningrequests:selfnodeclient
          create | certificates.k8s.io | certificatesigningrequests/selfnodeclient
        role system:volume-scheduler
          get list patch update watch | core | persistentvolumes
          READ | storage.k8s.io | storageclasses
          get list patch update watch | core | persistentvolumeclaims
        role system:certificates.k8s.io:legacy-unknown-approver
          approve | certificates.k8s.io | signers | kubernetes.io/legacy-unknown
        role system:certificates.k8s.io:kubelet-serving-approver
          approve | certificates.k8s.io | signers | kubernetes.io/kubelet-serving
        role system:certificates.k8s.io:kube-apiserver-client-approver
          approve | certificates.k8s.io | signers | kubernetes.io/kube-apiserver-client
        role system:certificates.k8s.io:kube-apiserver-client-kubelet-approver
          approve | certificates.k8s.io | signers | kubernetes.io/kube-apiserver-client-kubelet
        role system:service-account-issuer-discovery
          get @ /.well-known/openid-configuration /.well-known/openid-configuration/ /openid/v1/jwks /openid/v1/jwks/
        role system:node-proxier
          list watch | core | endpoints services
          READ | core | nodes
          create patch update | core events.k8s.io | events
          list watch | discovery.k8s.io | endpointslices
        role system:kube-scheduler
          create patch update | core events.k8s.io | events
          create | coordination.k8s.io | leases
          get list update watch | coordination.k8s.io | leases | kube-scheduler
          READ | core | nodes
          delete get list watch | core | pods
          create | core | bindings pods/binding
          patch update | core | pods/status
          READ | core | replicationcontrollers services
          READ | apps extensions | replicasets
          READ | apps | statefulsets
          READ | policy | poddisruptionbudgets
          READ | core | persistentvolumeclaims persistentvolumes
          create | authentication.k8s.io | tokenreviews
          create | authorization.k8s.io | subjectaccessreviews
          READ | storage.k8s.io | csinodes
          READ | core | namespaces
          READ | storage.k8s.io | csidrivers
          READ | storage.k8s.io | csistoragecapacities
        role kube-system/extension-apiserver-authentication-reader
          READ | core | configmaps | extension-apiserver-authentication
        role kube-system/system:controller:bootstrap-signer
          READ | core | secrets
        role kube-system/system:controller:token-cleaner
          delete get list watch | core | secrets
          create patch update | core events.k8s.io | events
        role kube-public/system:controller:bootstrap-signer
          READ | core | configmaps
          update | core | configmaps | cluster-info
          create patch update | core events.k8s.io | events
        bind cluster-admin to g=system:masters
        bind kubeadm:cluster-admins of cluster-admin to g=kubeadm:cluster-admins
        bind system:discovery to g=system:authenticated
        bind system:basic-user to g=system:authenticated
        bind system:public-info-viewer to g=system:authenticated g=system:unauthenticated
        bind system:monitoring to g=system:monitoring
        bind system:node-proxier to u=system:kube-proxy
        bind system:kube-controller-manager to u=system:kube-controller-manager
        bind system:kube-dns to s=kube-system/kube-dns
        bind system:kube-scheduler to u=system:kube-scheduler
        bind system:volume-scheduler to u=system:kube-scheduler
        bind system:node to
        bind system:service-account-issuer-discovery to g=system:serviceaccounts
        bind kube-system/system::extension-apiserver-authentication-reader of extension-apiserver-authentication-reader to u=system:kube-controller-manager u=system:kube-scheduler
        bind kube-system/system:controller:bootstrap-signer to s=kube-system/bootstrap-signer
        bind kube-system/system:controller:token-cleaner to s=kube-system/token-cleaner
        bind kube-public/system:controller:bootstrap-signer to s=kube-system/bootstrap-signer
        """;
}
