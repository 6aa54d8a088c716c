-- Two roles: the one that owns the tables migrates them, the other works with them and cannot change history.
CREATE ROLE gongkai LOGIN PASSWORD :'owner_password';
CREATE ROLE gongkai_service LOGIN PASSWORD :'service_password';
CREATE DATABASE gongkai OWNER gongkai ENCODING 'UTF8' TEMPLATE template0;
