from django.urls import path

from core.graphql.view import GraphQLView
from tests.core.graphql.schema import kernel

urlpatterns = [path("graphql/", GraphQLView.as_view(kernel=kernel))]
